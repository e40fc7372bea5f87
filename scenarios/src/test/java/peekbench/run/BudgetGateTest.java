package peekbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.engine.QueuedTrial;
import peekbench.event.RunEvent;
import peekbench.plan.Plan;
import peekbench.plan.estimate.EstimateSource;
import peekbench.plan.estimate.Span;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.result.ResultStore;
import peekbench.result.kept.KeptSizes;
import peekbench.scenario.Budget;
import peekbench.scenario.ScenarioSamples;

/** What may begin, on a clock that this test turns. */
class BudgetGateTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong(77);
    private final List<RunEvent> events = new ArrayList<>();
    private List<QueuedTrial> trials = List.of();
    private TrialEstimate estimate = measured(60, 1_000_000);

    @BeforeEach
    void queueTrials() {
        ResultStore store = ResultStore.open(folder.resolve("results"));
        trials = Plan.of(ScenarioSamples.scenario()).trials().stream()
                .map(plan -> new QueuedTrial(plan.id(), plan, store))
                .toList();
    }

    private static TrialEstimate measured(double seconds, long disk) {
        return new TrialEstimate(new Span(seconds / 2, seconds, seconds * 2), disk, 0, EstimateSource.SAME_SETTINGS);
    }

    private BudgetGate gate(String time, String disk, long taken) {
        Budget budget = new Budget(
                Optional.of(time).filter(text -> !text.isEmpty()),
                Optional.of(disk).filter(text -> !text.isEmpty()));
        return new BudgetGate(budget, trial -> estimate, taken, clock::get, events::add);
    }

    @Test
    void aTrialBeginsWhenItWillEndInTime() {
        BudgetGate gate = gate("3m", "", 0);

        assertThat(gate.admits(trials.get(0))).isTrue();
        clock.addAndGet(120 * SECOND);
        assertThat(gate.admits(trials.get(1))).isTrue();
        clock.addAndGet(SECOND);
        assertThat(gate.admits(trials.get(2))).isFalse();
        assertThat(events).singleElement().isInstanceOfSatisfying(RunEvent.BudgetSpent.class, spent -> {
            assertThat(spent.budget()).isEqualTo("3m");
            assertThat(spent.trial()).isEqualTo(trials.get(2).name());
            assertThat(spent.reason()).isEqualTo("121 s of 3m have passed, and the next trial takes about 60 s");
        });
    }

    @Test
    void whatIsMeasuredMeanwhileCountsForTheNext() {
        BudgetGate gate = gate("10m", "", 0);

        assertThat(gate.admits(trials.get(0))).isTrue();
        clock.addAndGet(300 * SECOND);
        estimate = measured(301, 0);
        assertThat(gate.admits(trials.get(1))).isFalse();
    }

    @Test
    void onceATrialMayNotBeginNoneMaySoThatWhatIsDoneStaysBalanced() {
        BudgetGate gate = gate("1m", "", 0);
        estimate = measured(61, 0);

        assertThat(gate.admits(trials.get(0))).isFalse();
        estimate = measured(1, 0);
        assertThat(gate.admits(trials.get(1))).isFalse();
        assertThat(events).hasSize(1);
    }

    @Test
    void whatWasNeverMeasuredMayBeginWhereItsLowEndFits() {
        BudgetGate gate = gate("1m", "", 0);
        estimate = new TrialEstimate(new Span(50, 500, 5000), 0, 0, EstimateSource.COUNTED);

        assertThat(gate.admits(trials.get(0))).isTrue();
        clock.addAndGet(11 * SECOND);
        assertThat(gate.admits(trials.get(1))).isFalse();
    }

    @Test
    void diskCountsWhatIsThereWhatRunsAndWhatCameToBe() {
        BudgetGate gate = gate("", "10MB", 7_000_000);

        assertThat(gate.admits(trials.get(0))).isTrue();
        assertThat(gate.admits(trials.get(1))).isTrue();
        gate.ended(trials.get(0).name(), 500_000);
        gate.ended(trials.get(1).name(), 1_500_000);
        assertThat(gate.admits(trials.get(2))).isTrue();
        assertThat(gate.admits(trials.get(3))).isFalse();
        assertThat(events)
                .extracting(event -> ((RunEvent.BudgetSpent) event).reason())
                .containsExactly("0.010 GB of 10MB are taken, and the next trial takes about 0.001 GB");
    }

    @Test
    void aVictimThatSeveralTrialsHaveIsTrainedOnce() {
        TrialEstimate alone =
                new TrialEstimate(new Span(50, 100, 200), .75, 1_000, 0, EstimateSource.COUNTED, KeptSizes.NOTHING);
        SharedVictims victims = new SharedVictims(List.of(trials.get(0).plan()));

        assertThat(victims.of(trials.get(0).plan(), alone).seconds()).isEqualTo(new Span(12.5, 25, 50));
        assertThat(victims.of(trials.get(1).plan(), alone)).isEqualTo(alone);
        assertThat(victims.of(trials.get(1).plan(), alone).seconds().expected()).isEqualTo(25);
    }

    @Test
    void aPlanSaysHowManyFit() {
        List<TrialEstimate> six = List.of(
                measured(60, 1), measured(60, 1), measured(60, 1), measured(60, 1), measured(60, 1), measured(60, 1));

        assertThat(BudgetFit.of(new Budget(Optional.of("2m"), Optional.empty()), six, 0, 2))
                .isEqualTo(new BudgetFit(new Budget(Optional.of("2m"), Optional.empty()), 6, 2, 4, 6));
        assertThat(BudgetFit.of(new Budget(Optional.empty(), Optional.of("1MB")), six, 999_997, 2)
                        .expected())
                .isEqualTo(3);
    }
}
