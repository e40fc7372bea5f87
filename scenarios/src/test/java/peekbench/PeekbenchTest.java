package peekbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.problem.ConfigurationException;
import peekbench.result.EpochMetrics;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioSamples;
import peekbench.scenario.ScenarioSource;

class PeekbenchTest {
    private static final String TRIAL = "centralized-pool1-undefended-seed1";

    @TempDir
    private Path folder;

    private ScenarioSource source;
    private RunOptions options;

    @BeforeEach
    void writeScenario() throws IOException {
        source = ScenarioSource.of(Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML))
                .with("cuts=[pool1]")
                .with("protocols=[centralized]")
                .with("defenses=[[]]")
                .withSeed(1);
        options = RunOptions.defaults().withFolder(folder.resolve("results")).withThreads(1);
    }

    /** Writes down what it hears, one word an event. */
    private static final class Diary implements RunListener {
        private final List<String> events = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void planned(Plan plan, int complete, Path results) {
            events.add("planned " + plan.trials().size() + ", complete " + complete);
        }

        @Override
        public void started(TrialPlan plan) {
            events.add("started " + plan.id());
        }

        @Override
        public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
            events.add("epoch " + metrics.epoch() + " of " + epochs);
        }

        @Override
        public void finished(TrialPlan plan, Optional<String> failure) {
            events.add(failure.isEmpty() ? "finished" : "failed");
        }

        @Override
        public void done(RunResult result) {
            events.add("done " + result.trials().size());
        }
    }

    @Test
    void runsAScenarioFileAndTellsAListenerHowItGoes() {
        Diary diary = new Diary();
        RunResult run = Peekbench.run(source, options, diary);

        assertThat(diary.events)
                .containsExactly("planned 1, complete 0", "started " + TRIAL, "epoch 1 of 1", "finished", "done 1");
        assertThat(run.completed()).isTrue();
        assertThat(run.trials())
                .singleElement()
                .satisfies(trial -> assertThat(trial.key().id()).isEqualTo(TRIAL));
        assertThat(run.files().get(0)).hasFileName("report.html").exists();
        assertThat(Peekbench.results(run.folder()).trials()).isEqualTo(run.trials());
    }

    @Test
    void runsAScenarioThatAProgramMadeAndLeavesWhatTheCommandLineNeedsToRunItAgain() {
        Scenario scenario = Peekbench.read(source);
        RunResult run = Peekbench.run(scenario, options, RunListener.silent());

        Path written = run.folder().resolve("scenario.yaml");
        assertThat(Peekbench.read(written)).isEqualTo(scenario);
        assertThat(run.trials().get(0).info().provenance().command()).startsWith("./peekbench run " + written);

        Diary diary = new Diary();
        RunResult again = Peekbench.run(ScenarioSource.of(written), options, diary);
        assertThat(diary.events).containsExactly("planned 1, complete 1", "done 1");
        assertThat(again.trials()).isEqualTo(run.trials());
    }

    @Test
    void plansWithoutRunning() {
        assertThat(Peekbench.plan(Peekbench.read(source)).trials())
                .extracting(TrialPlan::id)
                .containsExactly(TRIAL);
    }

    @Test
    void reportsTrialsOfSeveralRuns() {
        RunResult first = Peekbench.run(source, options, RunListener.silent());
        RunResult second =
                Peekbench.run(source.withSeed(2), options.withFolder(folder.resolve("more")), RunListener.silent());
        List<Path> files = Peekbench.report(
                folder.resolve("both"),
                List.of(first.trials().get(0), second.trials().get(0)));

        assertThat(files.get(0)).hasParent(folder.resolve("both"));
        assertThat(files.get(0)).content().contains("seed1", "seed2");
    }

    @Test
    void refusesWhatCannotBeRunBeforeAnythingIsWritten() {
        ScenarioSource tooLarge = source.with("training.batch-size=41");

        assertThatThrownBy(() -> Peekbench.run(tooLarge, options, RunListener.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("training.batch-size: is 41, which is larger than the data of client 0");
        Scenario made = Peekbench.read(tooLarge);
        assertThatThrownBy(() -> Peekbench.run(made, options, RunListener.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("scenario mnist-split:")
                .hasMessageContaining("training.batch-size: is 41");
        assertThat(folder.resolve("results")).doesNotExist();
        assertThatThrownBy(() -> options.withThreads(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("threads: is 0; it must be at least 1.");
    }
}
