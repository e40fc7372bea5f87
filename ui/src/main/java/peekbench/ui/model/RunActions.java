package peekbench.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import peekbench.journal.Order;
import peekbench.query.ArmRow;
import peekbench.ui.model.run.RowKey;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.model.run.RunsModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.service.run.RunRequest;

/** What can be done with the run or trial that is chosen in Runs. */
public final class RunActions {
    private static final Pattern SEED = Pattern.compile("(.*)-seed(-?\\d+)");

    private final WindowModel window;
    private final RunsModel runs;
    private final ReadOnlyBooleanWrapper canPause = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStopTrial = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRunAgain = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canLook = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasScenario = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waits = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasFolder = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoOn = new ReadOnlyBooleanWrapper();

    RunActions(WindowModel window) {
        this.window = window;
        this.runs = window.runs();
        runs.runsProperty().addListener((property, before, now) -> judge());
        runs.selectedProperty().addListener((property, before, now) -> judge());
        runs.noticeProperty().addListener((property, before, now) -> canGoOn.set(now.isPresent()));
        judge();
    }

    private void judge() {
        Optional<RunView> run = run();
        Predicate<RunState> going = state -> state == RunState.RUNNING || state == RunState.STOPPING;
        canPause.set(is(run, state -> state == RunState.RUNNING));
        canResume.set(is(run, state -> state == RunState.PAUSED));
        canStop.set(is(run, state -> going.test(state) || state == RunState.PAUSED));
        canStopTrial.set(trial().filter(one -> one.state() == RunState.RUNNING || one.state() == RunState.WAITING)
                .isPresent());
        canRunAgain.set(is(run, state -> !state.going() && state != RunState.WAITING));
        canLook.set(trial().filter(RunActions::hasResult).isPresent());
        hasScenario.set(
                run.flatMap(RunActions::request).flatMap(RunRequest::scenario).isPresent());
        waits.set(is(run, state -> state == RunState.WAITING || state == RunState.REFUSED));
        hasFolder.set(run.flatMap(RunView::news).isPresent());
    }

    private static boolean is(Optional<RunView> run, Predicate<RunState> wanted) {
        return run.map(RunView::state).filter(wanted).isPresent();
    }

    private static boolean hasResult(RunRow trial) {
        return trial.state().complete() || trial.state() == RunState.FAILED;
    }

    private static Optional<RunRequest> request(RunView run) {
        return run.request().or(() -> run.news().flatMap(RunRequest::again));
    }

    /** The run that is meant: the chosen one, else the first that goes on. */
    public Optional<RunView> run() {
        return runs.selectedProperty()
                .get()
                .flatMap(runs::find)
                .or(() -> runs.going().stream().findFirst());
    }

    /** The trial that is chosen. */
    public Optional<RunRow> trial() {
        return runs.selectedProperty()
                .get()
                .filter(RowKey::isTrial)
                .flatMap(key -> runs.find(key)
                        .flatMap(run -> run.trials().stream()
                                .filter(trial -> trial.key().equals(key))
                                .findFirst()));
    }

    /** Running trials end, none begins; or they begin again. */
    public void pauseOrResume() {
        run().ifPresent(run -> runs.order(
                List.of(run), run.state() == RunState.PAUSED ? new Order.Resume() : new Order.Pause(), () -> {}));
    }

    /** Asks how the run is to be stopped. */
    public void stop() {
        run().filter(run -> canStop.get()).ifPresent(run -> {
            StopAnswers stopping = new StopAnswers(runs, List.of(run), "", () -> {});
            window.questions()
                    .ask(new Question(
                            "Stop " + run.row().title() + "?",
                            RunWords.count(run.count(RunState.RUNNING), "trial") + " running, " + run.complete()
                                    + " of " + run.trials().size()
                                    + " complete. Complete trials are kept, and the rest can be run later.",
                            List.of(stopping.afterRunning(), stopping.now(), Question.cancel())));
        });
    }

    /** Asks whether the trial is to be stopped. */
    public void stopTrial() {
        Optional<RunRow> trial = trial().filter(one -> canStopTrial.get());
        Optional<RunView> run = run();
        if (trial.isEmpty() || run.isEmpty()) {
            return;
        }
        String id = trial.get().key().trial();
        window.questions()
                .ask(new Question(
                        "Stop this trial?",
                        id + "\nIt ends at once, and what it did is lost. The other trials of the run go on.",
                        List.of(
                                new Question.Answer(
                                        "answer-stop-trial",
                                        "Stop the trial",
                                        "What it did is lost.",
                                        true,
                                        () -> runs.order(List.of(run.get()), new Order.StopTrial(id), () -> {})),
                                Question.cancel())));
    }

    /** Takes away what waits, or asks whether what runs is to be stopped. */
    public void delete() {
        if (window.focus().get().place() != Place.RUNS) {
            return;
        }
        if (waits.get()) {
            run().ifPresent(run -> runs.remove(run.key()));
        } else if (canStopTrial.get()) {
            stopTrial();
        } else {
            stop();
        }
    }

    /** Lets what waits begin so many earlier or later. */
    public void move(int by) {
        run().ifPresent(run -> runs.move(run.key(), by));
    }

    /** Runs what is missing. */
    public void again() {
        run().filter(run -> canRunAgain.get()).ifPresent(runs::again);
    }

    /** What running it again comes to. */
    public String againText() {
        return run().map(RunView::againText).orElse("Run again");
    }

    /** Shows the chosen trial's results. */
    public void look() {
        Optional<RunRow> trial = trial().filter(RunActions::hasResult);
        Optional<Path> results =
                run().flatMap(RunView::news).map(news -> news.files().results());
        Optional<Path> opened = window.workspace().folderProperty().get();
        if (trial.isEmpty() || results.isEmpty() || opened.isEmpty()) {
            return;
        }
        Path root = opened.get().toAbsolutePath().normalize();
        Path folder = results.get()
                .toAbsolutePath()
                .normalize()
                .resolve(trial.get().key().trial());
        Matcher name = SEED.matcher(String.valueOf(folder.getFileName()));
        Path parent = folder.getParent();
        if (!name.matches() || parent == null || !parent.startsWith(root)) {
            return;
        }
        ArmRow.Key arm = new ArmRow.Key(root.relativize(parent).toString().replace('\\', '/'), name.group(1));
        window.workspace().update();
        window.focus()
                .change(now -> now.filtered("")
                        .onArm(arm)
                        .onSeed(OptionalLong.of(Long.parseLong(name.group(2))))
                        .at(Place.LOOK));
    }

    /** Opens the scenario of what is chosen, where the error says at its key. */
    public void openScenario() {
        run().flatMap(RunActions::request).flatMap(RunRequest::scenario).ifPresent(file -> {
            String error = trial().or(() -> run().map(RunView::row))
                    .filter(row -> row.state().trouble())
                    .map(RunRow::now)
                    .orElse("");
            window.scenarios().open(file, error);
            window.focus().change(now -> now.at(Place.SCENARIOS));
        });
    }

    /** Puts the command that runs it on the clipboard. */
    public void copyCommand() {
        run().flatMap(RunActions::request).ifPresent(request -> window.desk().copy(request.command()));
    }

    /** Shows the folder of its results. */
    public void showFolder() {
        run().flatMap(RunView::news)
                .ifPresent(news -> window.desk().show(news.files().results()));
    }

    /** Goes on with the run that was interrupted. */
    public void goOn() {
        runs.noticeProperty().get().flatMap(notice -> runs.find(notice.run())).ifPresent(runs::again);
    }

    /** Adds the scenario that is shown in Scenarios. */
    public void addScenario() {
        Optional<Path> file = window.scenarios().selectedProperty().get();
        Optional<Path> folder = window.scenarios().home();
        if (file.isPresent() && folder.isPresent()) {
            RowKey key = runs.add(RunRequest.of(folder.get(), file.get()));
            runs.selectedProperty().set(Optional.of(key));
        }
    }

    /** Whether it can be paused. */
    public ObservableBooleanValue canPause() {
        return canPause;
    }

    /** Whether it can go on. */
    public ObservableBooleanValue canResume() {
        return canResume;
    }

    /** Whether it can be stopped. */
    public ObservableBooleanValue canStop() {
        return canStop;
    }

    /** Whether the chosen trial can be stopped. */
    public ObservableBooleanValue canStopTrial() {
        return canStopTrial;
    }

    /** Whether it is over. */
    public ObservableBooleanValue canRunAgain() {
        return canRunAgain;
    }

    /** Whether the chosen trial has results. */
    public ObservableBooleanValue canLook() {
        return canLook;
    }

    /** Whether a scenario is behind it. */
    public ObservableBooleanValue hasScenario() {
        return hasScenario;
    }

    /** Whether it waits, or was refused. */
    public ObservableBooleanValue waits() {
        return waits;
    }

    /** Whether it has a folder. */
    public ObservableBooleanValue hasFolder() {
        return hasFolder;
    }

    /** Whether a run was interrupted that can be gone on with. */
    public ObservableBooleanValue canGoOn() {
        return canGoOn;
    }
}
