package peekbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialLimits;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import peekbench.journal.TrialState;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.result.StoredTrial;
import peekbench.scenario.Budget;
import peekbench.scenario.ScenarioSamples;
import peekbench.scenario.ScenarioSource;

/** Several files as one plan. */
@Tag("slow")
class SuiteRunTest {
    private static final String TRIAL = "vanilla-split-2-pool1-undefended-seed";
    private static final String SMALL = ScenarioSamples.YAML
            .replace("cuts: [pool1, fc1]", "cuts: [pool1]")
            .replace("  - [{name: nopeek, form: added, weight: 2}]\n", "")
            .replace("  - centralized\n", "");

    @TempDir
    private Path folder;

    private Path results;
    private RunOptions options;

    @BeforeEach
    void writeScenarios() throws IOException {
        results = folder.resolve("results");
        options = RunOptions.defaults().withFolder(results).withThreads(1);
        write("a.yaml", SMALL.replace("name: mnist-split", "name: first"));
        write("b.yaml", SMALL.replace("name: mnist-split", "name: second"));
    }

    private void write(String file, String yaml) throws IOException {
        Files.writeString(folder.resolve(file), yaml);
    }

    private SuiteResult run(RunListener listener) {
        return SuiteRun.of(ScenarioSource.of(folder), Budget.unlimited(), options, listener);
    }

    @ParameterizedTest
    @ValueSource(strings = {EngineProvider.IN_PROCESS, EngineProvider.PROCESSES})
    void hasOneJournalAndAResultFolderEach(String engine) {
        options = options.withEngine(EngineProvider.named(engine).engine(), TrialLimits.none());
        SuiteResult suite = run(RunListener.silent());

        assertThat(suite.completed()).isTrue();
        assertThat(suite.scenarios()).extracting(SuiteResult.Part::name).containsExactly("first", "second");
        assertThat(suite.scenarios())
                .allSatisfy(
                        part -> assertThat(part.result().trials()).hasSize(2).allMatch(StoredTrial::completed))
                .allSatisfy(part -> assertThat(part.result().folder())
                        .isEqualTo(results.resolve(part.name()))
                        .isDirectoryContaining("glob:**/report.html"));
        assertThat(FollowedRun.in(results)).singleElement().satisfies(run -> {
            assertThat(run.trials())
                    .extracting(TrialState::id)
                    .containsExactly(
                            "first/" + TRIAL + 1, "first/" + TRIAL + 2, "second/" + TRIAL + 1, "second/" + TRIAL + 2);
            assertThat(run.trials()).extracting(TrialState::status).containsOnly(TrialState.Status.COMPLETE);
            assertThat(run.header().orElseThrow().command())
                    .isEqualTo("./peekbench suite " + folder + " --out " + results);
            assertThat(run.end().orElseThrow().files()).hasSizeGreaterThan(2);
        });
        assertThat(run(RunListener.silent())).isEqualTo(suite);
    }

    @Test
    void trainsAVictimThatTwoFilesShareOnce() throws IOException {
        run(RunListener.silent());

        assertThat(results.resolve("first").resolve(TRIAL + 1).resolve("victim.json"))
                .content()
                .containsPattern("\"reused\" ?: ?false");
        assertThat(results.resolve("second").resolve(TRIAL + 1).resolve("victim.json"))
                .content()
                .containsPattern("\"reused\" ?: ?true");
    }

    @Test
    void isStoppedAsOneRunAndGoesOnWithTheRest() {
        SuiteResult stopped = run(new StopsAtTheFirst());

        assertThat(stopped.outcome()).isEqualTo(RunEvent.Outcome.STOPPED);
        assertThat(stopped.scenarios().get(0).result().trials()).hasSize(1);
        assertThat(stopped.scenarios().get(0).result().remaining()).containsExactly(TRIAL + 2);
        assertThat(stopped.scenarios().get(1).result().remaining()).containsExactly(TRIAL + 1, TRIAL + 2);
        assertThat(run(RunListener.silent()).completed()).isTrue();
    }

    /** Asks the run to stop when its first trial begins, and keeps that trial until the run has heard. */
    private final class StopsAtTheFirst implements RunListener {
        private final CountDownLatch heard = new CountDownLatch(1);

        @Override
        public void event(Event event) {
            if (event instanceof TrialEvent.Started) {
                FollowedRun run = FollowedRun.in(results).get(0);
                run.order(new Order.Stop(RunEvent.How.AFTER_RUNNING));
                try {
                    heard.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else if (event instanceof RunEvent.Stopping) {
                heard.countDown();
            }
        }
    }

    @Test
    void saysOfAllFilesWhatIsWrongAndRunsNothing() throws IOException {
        write("c.yaml", SMALL.replace("batch-size: 10", "batch-size: 0"));
        write("d.yaml", SMALL.replace("batch-size: 10", "batch-size: 41"));

        assertThat(problems())
                .satisfiesExactly(
                        of -> assertThat(of).contains("c.yaml:", "training.batch-size: is 0"),
                        of -> assertThat(of).contains("d.yaml:", "training.batch-size: is 41"));
        assertThat(results).doesNotExist();
    }

    @Test
    void runsNothingWhereAResultFolderIsAnotherProgrammes() throws IOException {
        Files.createDirectories(results.resolve("second"));
        Files.writeString(results.resolve("second/thesis.tex"), "years of work");

        assertThat(problems()).singleElement().asString().contains("second");
        assertThat(results.resolve("first").resolve(TRIAL + 1)).doesNotExist();
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigurationException.class, () -> run(RunListener.silent())).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void isPlannedAsAWhole() {
        RunPreview preview =
                RunPreview.ofSuite(ScenarioSource.of(folder), Budget.unlimited(), options, RunListener.silent());

        assertThat(preview.folder()).isEqualTo(results);
        assertThat(preview.trials())
                .extracting(RunPreview.Previewed::id)
                .containsExactly(
                        "first/" + TRIAL + 1, "first/" + TRIAL + 2, "second/" + TRIAL + 1, "second/" + TRIAL + 2);
        assertThat(results).doesNotExist();
    }

    @Test
    void aBudgetOfAllBeginsEachSeedEverywhereBeforeTheNext() {
        Budget budget = new Budget(Optional.of("8h"), Optional.empty());
        RunPreview preview = RunPreview.ofSuite(ScenarioSource.of(folder), budget, options, RunListener.silent());

        assertThat(preview.trials())
                .extracting(RunPreview.Previewed::id)
                .containsExactly(
                        "first/" + TRIAL + 1, "second/" + TRIAL + 1, "first/" + TRIAL + 2, "second/" + TRIAL + 2);
        assertThat(preview.budgets()).containsExactly(new BudgetFit(budget, 4, 4, 4, 4));
    }

    @Test
    void aBudgetThatIsSpentEndsTheRunAndTheSameCommandGoesOn() {
        Budget none = new Budget(Optional.empty(), Optional.of("0.5MB"));
        List<Event> events = new ArrayList<>();
        SuiteResult spent = SuiteRun.of(ScenarioSource.of(folder), none, options, new RunListener() {
            @Override
            public void event(Event event) {
                events.add(event);
            }
        });

        assertThat(spent.outcome()).isEqualTo(RunEvent.Outcome.STOPPED);
        assertThat(events).hasAtLeastOneElementOfType(RunEvent.BudgetSpent.class);
        assertThat(events).last().isInstanceOfSatisfying(RunEvent.RunDone.class, done -> {
            assertThat(done.completed() + done.remaining()).isEqualTo(4);
            assertThat(done.remaining()).isPositive();
        });
        assertThat(run(RunListener.silent()).completed()).isTrue();
    }
}
