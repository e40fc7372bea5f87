package peekbench.ui.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.RunEvent.Outcome;
import peekbench.event.TrialEvent;
import peekbench.journal.Order;
import peekbench.journal.RunJournal;
import peekbench.ui.FakeArchive;
import peekbench.ui.StagedRuns;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.run.RunRequest;

class RunsModelTest {
    private static final String PLAIN = "split-5-pool1-undefended-seed1";
    private static final String NOPEEK = "split-5-pool1-nopeek-seed1";

    private final StagedRuns staged = new StagedRuns();
    private WorkspaceModel workspace;
    private RunsModel runs;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        Threads threads = Threads.of(Runnable::run);
        workspace = new WorkspaceModel(chosen -> new FakeArchive(0), threads);
        runs = new RunsModel(workspace, StagedRuns.services(staged), threads, 2);
        workspace.open(folder);
        runs.look();
    }

    private RowKey add(String name) {
        return runs.add(RunRequest.of(folder, folder.resolve("scenarios").resolve(name + ".yaml")));
    }

    private List<RunView> all() {
        return runs.runsProperty().get();
    }

    private RunView only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    private void tell(Event... events) {
        staged.tell(events);
        runs.look();
    }

    @Test
    void aRunKeepsItsRowFromItsStartToItsEnd() {
        RowKey key = add("quickstart");
        assertThat(only().state()).isEqualTo(RunState.STARTING);
        assertThat(staged.requests().get(0).arguments())
                .containsExactly("run", "scenarios/quickstart.yaml", "--threads", "2");

        tell(StagedRuns.plan(PLAIN, NOPEEK));
        assertThat(only().key()).isEqualTo(key);
        assertThat(only().trials())
                .extracting(RunRow::title, RunRow::state)
                .containsExactly(tuple("undefended-seed1", RunState.WAITING), tuple("nopeek-seed1", RunState.WAITING));

        tell(StagedRuns.started(PLAIN), StagedRuns.epoch(PLAIN, 1, .5));
        RunRow trial = only().trials().get(0);
        assertThat(trial.state()).isEqualTo(RunState.RUNNING);
        assertThat(trial.now()).isEqualTo("epoch 1 of 3");
        assertThat(trial.accuracy()).isEqualTo("50.0%");
        assertThat(trial.took()).as("since it began, 30 s before now").isEqualTo("30 s");
        assertThat(trial.left()).as("2 s were 13 %").isEqualTo("1 min");
        assertThat(only().row().now()).isEqualTo("0 of 2 trials complete");

        tell(StagedRuns.done(PLAIN), StagedRuns.failed(NOPEEK, "Training diverged"), StagedRuns.end(Outcome.FAILED));
        assertThat(only().key()).isEqualTo(key);
        assertThat(only().state()).isEqualTo(RunState.FAILED);
        assertThat(only().row().now()).isEqualTo("1 of 2 trials complete, 1 failed");
        assertThat(only().trials().get(1).now()).isEqualTo("Training diverged");
        assertThat(runs.troubleProperty().get()).isOne();
        assertThat(runs.endedProperty().get()).contains("quickstart failed");
        assertThat(workspace.freshProperty().get()).as("trials to be shown").isEqualTo(2);
        runs.seen();
        assertThat(runs.troubleProperty().get()).isZero();
    }

    @Test
    void runsFollowOneAnotherInTheOrderThatIsWanted() {
        add("first");
        RowKey second = add("second");
        RowKey third = add("third");
        assertThat(all())
                .extracting(run -> run.row().title(), RunView::state)
                .containsExactly(
                        tuple("first", RunState.STARTING),
                        tuple("second", RunState.WAITING),
                        tuple("third", RunState.WAITING));

        runs.moveTo(third, second);
        assertThat(runs.waiting()).extracting(RunView::key).containsExactly(third, second);
        runs.look();
        assertThat(staged.requests()).as("the first goes on").hasSize(1);

        tell(StagedRuns.end(Outcome.COMPLETED));
        assertThat(staged.requests()).extracting(RunRequest::title).containsExactly("first", "third");
        runs.remove(second);
        assertThat(runs.waiting()).isEmpty();
    }

    @Test
    void aRunOfATerminalIsThereTooAndIsWaitedFor() {
        try (RunJournal other =
                StagedRuns.begin(folder.resolve("results/matrix"), "matrix", "./peekbench run m.yaml", 9)) {
            other.accept(StagedRuns.plan(PLAIN));
            // The first look searched; so does every fourth.
            for (int i = 0; i < 4; i++) {
                runs.look();
            }
            assertThat(only().row().title()).isEqualTo("matrix");

            add("quickstart");
            assertThat(staged.requests()).isEmpty();
            other.accept(StagedRuns.end(Outcome.COMPLETED));
            runs.look();
            assertThat(staged.requests()).hasSize(1);
        }
    }

    @Test
    void waitingRunsAreThereWhenTheWindowIsOpenedAgain() {
        add("first");
        add("second");
        StagedRuns later = new StagedRuns();
        WorkspaceModel again = new WorkspaceModel(chosen -> new FakeArchive(0), Threads.of(Runnable::run));
        RunsModel other = new RunsModel(again, StagedRuns.services(later), Threads.of(Runnable::run), 2);
        again.open(folder);
        assertThat(other.waiting()).extracting(run -> run.row().title()).containsExactly("second");

        other.look();
        assertThat(later.requests()).as("the first still goes on").isEmpty();
        tell(StagedRuns.end(Outcome.COMPLETED));
        other.look();
        assertThat(later.requests()).extracting(RunRequest::title).containsExactly("second");
    }

    @Test
    void aDeadProcessIsInterruptedAndItsRestIsRunByItsOwnCommand() {
        add("quickstart");
        tell(StagedRuns.plan(PLAIN, NOPEEK), StagedRuns.started(PLAIN), StagedRuns.done(PLAIN));
        tell(StagedRuns.started(NOPEEK));
        staged.journal().close();
        runs.look();

        assertThat(only().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(only().trials().get(1).state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(runs.noticeProperty().get())
                .map(Notice::text)
                .contains("quickstart was interrupted, 1 of 2 trials complete");

        runs.again(only());
        assertThat(staged.requests()).hasSize(2);
        assertThat(staged.requests().get(1).arguments())
                .isEqualTo(staged.requests().get(0).arguments());
        runs.look();
        assertThat(runs.noticeProperty().get()).as("it is gone on with").isEmpty();
        assertThat(all()).extracting(RunView::state).containsExactly(RunState.RUNNING, RunState.INTERRUPTED);
    }

    @Test
    void whatWasRefusedSaysWhyAndTheNextBegins() {
        staged.refuse("x.yaml:12: training.epochs: is 0; it must be at least 1.");
        RowKey refused = add("mistaken");
        add("quickstart");
        runs.look();

        assertThat(runs.find(refused).map(RunView::state)).contains(RunState.REFUSED);
        assertThat(runs.find(refused).map(run -> run.row().now()))
                .hasValueSatisfying(why -> assertThat(why).startsWith("x.yaml:12"));
        assertThat(staged.requests()).extracting(RunRequest::title).containsExactly("mistaken", "quickstart");
        runs.remove(refused);
        assertThat(runs.find(refused)).isEmpty();
    }

    @Test
    void halfALineChangesNothing() throws IOException {
        add("quickstart");
        tell(StagedRuns.plan(PLAIN));
        List<RunView> before = all();
        String line = EventJson.line(StagedRuns.started(PLAIN));
        Path journal = staged.journal().files().journal();
        Files.writeString(journal, line.substring(0, 30), StandardOpenOption.APPEND);
        runs.look();
        assertThat(all()).isEqualTo(before);

        Files.writeString(journal, line.substring(30) + "\n", StandardOpenOption.APPEND);
        runs.look();
        assertThat(only().trials().get(0).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void ordersAreAskedOfTheRunAndItsAnswerIsShown() {
        add("quickstart");
        tell(StagedRuns.plan(PLAIN));
        runs.order(List.of(only()), new Order.Pause(), () -> {});
        assertThat(staged.orders()).containsExactly(new Order.Pause());

        tell(new RunEvent.Paused(StagedRuns.after(70)));
        assertThat(only().state()).isEqualTo(RunState.PAUSED);
        tell(new RunEvent.Resumed(StagedRuns.after(71)), new RunEvent.Stopping(StagedRuns.after(72), RunEvent.How.NOW));
        assertThat(only().state()).isEqualTo(RunState.STOPPING);
        tell(
                new TrialEvent.Stopped(StagedRuns.after(73), PLAIN, .2),
                new RunEvent.RunDone(StagedRuns.after(74), Outcome.STOPPED, 0, 0, 1, List.of()));
        assertThat(only().state()).isEqualTo(RunState.STOPPED);
        assertThat(runs.troubleProperty().get()).as("that was wanted").isZero();
    }

    @Test
    void theStoryOfWhatIsChosenGoesOnWithoutGapOrRepetition() {
        RowKey key = add("quickstart");
        runs.selectedProperty().set(Optional.of(key));
        tell(StagedRuns.plan(PLAIN, NOPEEK), StagedRuns.started(PLAIN), StagedRuns.epoch(PLAIN, 1, .5));
        StoryModel story = runs.story();
        assertThat(story.lines())
                .extracting(LogLine::text)
                .hasSize(4)
                .last()
                .asString()
                .contains("epoch 1 of 3");
        runs.look();
        assertThat(story.curvesProperty().get().epochs())
                .as("of the trial that runs")
                .hasSize(1);

        runs.selectedProperty().set(Optional.of(new RowKey(key.run(), NOPEEK)));
        assertThat(story.curvesProperty().get().epochs()).isEmpty();
        tell(StagedRuns.started(NOPEEK), StagedRuns.epoch(NOPEEK, 1, .4), StagedRuns.epoch(PLAIN, 2, .6));
        runs.look();
        assertThat(story.lines())
                .extracting(LogLine::text)
                .filteredOn(text -> text.contains("epoch"))
                .hasSize(1);
        assertThat(story.curvesProperty().get().epochs()).hasSize(1);
        assertThat(story.curvesProperty().get().planned()).isEqualTo(3);
    }
}
