package peekbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSamples;
import peekbench.trial.TrialRecords;

/** What a run makes of processes that do not behave; none of them is real. */
class ProcessesTest {
    private static final TrialPlan PLAN = Plan.of(ScenarioReader.builtIn()
                    .parse("sample", ScenarioSamples.YAML)
                    .scenario())
            .trials()
            .get(0);
    private static final String ID = PLAN.id();

    @TempDir
    private Path folder;

    private final List<TrialEvent> events = new CopyOnWriteArrayList<>();
    private final List<FakeProcess> started = new ArrayList<>();
    private ResultStore store;

    @BeforeEach
    void openStore() {
        store = ResultStore.open(folder);
    }

    private List<StoredTrial> run(RunControl control, TrialLimits limits, ProcessFactory... processes) {
        return run(events::add, control, limits, processes);
    }

    private List<StoredTrial> run(
            Consumer<TrialEvent> hearer, RunControl control, TrialLimits limits, ProcessFactory... processes) {
        ProcessFactory factory = log -> {
            FakeProcess process = (FakeProcess) processes[started.size()].start(log);
            started.add(process);
            return process;
        };
        EngineJob job = EngineJobs.of(control, limits, folder.resolve("logs"), hearer);
        return new Processes(each -> factory).run(List.of(new QueuedTrial(ID, PLAN, store)), job);
    }

    private List<StoredTrial> run(ProcessFactory... processes) {
        return run(new Control(false), TrialLimits.none(), processes);
    }

    /** Has stopped what begins, or not. */
    private record Control(boolean stops) implements RunControl {
        @Override
        public boolean mayBegin(String trial) {
            return true;
        }

        @Override
        public Running running(String trial, Runnable stop) {
            if (stops) {
                stop.run();
            }
            return new Running() {
                @Override
                public boolean stopped() {
                    return stops;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static String progress(double share) {
        return EventJson.line(new TrialEvent.Progress(EventJson.now(), ID, share, "attack decoder", "epoch 1"));
    }

    @Test
    void aTrialWhoseProcessIsKilledBeginsOnceMoreAndIsThenStoredAsFailedWithTheEndOfTheLog() {
        List<StoredTrial> stored = run(
                log -> FakeProcess.thatEnds(137, progress(.4), "# a fatal error"),
                log -> FakeProcess.thatEnds(134, "malloc(): corrupted top size"));

        assertThat(stored).singleElement().satisfies(trial -> {
            assertThat(trial.completed()).isFalse();
            assertThat(trial.info().error().orElseThrow())
                    .contains(
                            "The trial's process ended by signal 6 before the trial did.",
                            "The end of what it printed:\nmalloc(): corrupted top size");
        });
        assertThat(store.trials()).isEqualTo(stored);
        assertThat(events).hasSize(3).element(0).isInstanceOf(TrialEvent.Progress.class);
        assertThat((TrialEvent.Failed) events.get(1)).satisfies(failed -> {
            assertThat(failed.again()).isTrue();
            assertThat(failed.share()).isEqualTo(.4);
            assertThat(failed.error()).contains("by signal 9, as when the system has no more memory");
            assertThat(Path.of(failed.log().orElseThrow())).hasContent("# a fatal error");
        });
        assertThat((TrialEvent.Failed) events.get(2)).matches(failed -> !failed.again());
    }

    @Test
    void theSecondAttemptMayComplete() {
        List<StoredTrial> stored = run(log -> FakeProcess.thatEnds(137), log -> {
            try (TrialWriter writer = store.begin(TrialRecords.key(PLAN), ResultSamples.provenance())) {
                writer.complete(1, 1);
            }
            return FakeProcess.thatEnds(
                    0,
                    "Added differentiated op conv2d",
                    EventJson.line(new TrialEvent.Done(
                            EventJson.now(), ID, 1, folder.resolve(ID).toString())));
        });

        assertThat(stored).singleElement().matches(StoredTrial::completed);
        assertThat(events).hasSize(2).last().isInstanceOf(TrialEvent.Done.class);
        assertThat(folder.resolve("logs")).as("logs of what went well").doesNotExist();
    }

    @Test
    void aProcessThatHangsIsEndedAtTheTimeLimitAndNotTriedAgain() {
        List<StoredTrial> stored = run(
                new Control(false),
                new TrialLimits(Optional.empty(), Optional.of(Duration.ofMillis(1))),
                log -> FakeProcess.thatNeverAnswers());

        assertThat(started).singleElement().matches(process -> !process.isAlive());
        assertThat(stored)
                .singleElement()
                .extracting(trial -> trial.info().errorSummary().orElseThrow())
                .asString()
                .contains("ended at its time limit of", "Raise --time-limit");
    }

    @Test
    void whatAProcessCannotPrepareFailsTheTrialAtOnce() {
        List<StoredTrial> stored = run(
                log -> FakeProcess.thatEnds(
                        1,
                        "{\"event\":\"unfit\",\"at\":\"2026-01-05T09:30:00.105Z\",\"error\":\"Data set (mnist) is not there.\"}"));

        assertThat(started).hasSize(1);
        assertThat(stored)
                .singleElement()
                .extracting(trial -> trial.info().errorSummary().orElseThrow())
                .asString()
                .contains("could not do it: Data set (mnist) is not there.");
    }

    @Test
    void theRunEndsWithWhatTheDiskSaysWhenAProcessCannotWriteAndTheTrialIsNoFailedOne() {
        assertThatThrownBy(
                        () -> run(
                                log -> FakeProcess.thatEnds(
                                        1,
                                        "{\"event\":\"unwritten\",\"at\":\"2026-01-05T09:30:00.105Z\",\"error\":\"Could not write x: No space left on device.\"}")))
                .isInstanceOf(ResultStoreException.class)
                .hasMessage("Could not write x: No space left on device.");

        assertThat(started).hasSize(1);
        assertThat(store.trials()).isEmpty();
        assertThat((TrialEvent.Failed) events.get(0))
                .matches(failed -> !failed.again())
                .extracting(TrialEvent.Failed::error)
                .asString()
                .contains("No space left on device");
    }

    @Test
    void aTrialThatAnotherRunCompletesMeanwhileIsCompleteWhateverBecomesOfItsOwnProcess() {
        List<StoredTrial> stored =
                run(new Control(false), new TrialLimits(Optional.empty(), Optional.of(Duration.ofMillis(1))), log -> {
                    try (TrialWriter writer = store.begin(TrialRecords.key(PLAN), ResultSamples.provenance())) {
                        writer.complete(1, 1);
                    }
                    return FakeProcess.thatNeverAnswers();
                });

        assertThat(stored).singleElement().matches(StoredTrial::completed);
        assertThat(events).singleElement().isInstanceOf(TrialEvent.Done.class);
    }

    /** As a listener that fails, or a log that cannot be written. */
    @Test
    void aRunDoesNotWaitForEverWhenItsOwnEndFails() {
        assertThatThrownBy(() -> run(
                        event -> {
                            throw new IllegalStateException("the listener");
                        },
                        new Control(false),
                        TrialLimits.none(),
                        log -> FakeProcess.thatEnds(0, progress(.5))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A trial process cannot be heard: java.lang.IllegalStateException: the listener");
    }

    @Test
    void aTrialThatIsStoppedLeavesNothing() throws Exception {
        List<StoredTrial> stored =
                run(new Control(true), TrialLimits.none(), log -> FakeProcess.thatEnds(3, progress(.2)));

        assertThat(stored).isEmpty();
        assertThat(store.trials()).isEmpty();
        assertThat(events).last().isInstanceOf(TrialEvent.Stopped.class);
        assertThat(Files.exists(folder.resolve("logs"))).isFalse();
    }
}
