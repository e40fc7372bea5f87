package peekbench.plan.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialInfo;
import peekbench.result.TrialStatus;
import peekbench.result.VictimNote;
import peekbench.result.file.Json;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSamples;
import peekbench.trial.TrialRecords;

class EstimatesTest {
    private static final ScenarioData DATA = ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"));

    private static final double ATTACKED = 10;

    @TempDir
    private Path cache;

    private static List<TrialPlan> trials(int epochs) {
        return Plan.of(ScenarioReader.builtIn()
                        .parse("sample.yaml", ScenarioSamples.YAML.replace("epochs: 1", "epochs: " + epochs))
                        .scenario())
                .trials();
    }

    /** Trained for so many seconds, and attacked for ten. */
    private static StoredTrial finished(TrialPlan plan, double seconds) {
        Provenance sample = ResultSamples.provenance();
        Provenance provenance = new Provenance(
                new ScenarioInfo(
                        "mnist-split",
                        "A test",
                        ScenarioFormat.tree(plan.scenario()),
                        ScenarioFormat.tree(plan.point())),
                sample.data(),
                sample.software(),
                List.of(),
                sample.machine(),
                2,
                "",
                "");
        TrialInfo info = new TrialInfo(
                ResultStore.FORMAT,
                TrialRecords.key(plan),
                provenance,
                Instant.EPOCH,
                seconds,
                seconds + ATTACKED,
                TrialStatus.COMPLETED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
        return new StoredTrial(Path.of(plan.id()), info, List.of(), List.of());
    }

    @Test
    void theSameSettingsTakeWhatTheyTook() {
        TrialPlan first = trials(4).get(0);
        TrialPlan second = trials(4).get(1);
        TrialEstimate estimate = new Estimates(List.of(finished(first, 30)), cache).of(second, DATA);

        assertThat(first.seed()).isNotEqualTo(second.seed());
        assertThat(estimate.source()).isEqualTo(EstimateSource.SAME_SETTINGS);
        assertThat(estimate.seconds()).isEqualTo(new Span(32, 40, 50));
    }

    /** Seconds that ten seeds each of two arms took, side by side on two cores: trials of the quickstart's size. */
    private static final double[][] MEASURED = {
        {21.9, 19.0, 21.2, 22.8, 21.3, 20.5, 22.3, 20.6, 20.6, 19.8},
        {35.0, 35.4, 35.6, 31.8, 32.3, 37.8, 38.0, 37.4, 37.5, 35.2}
    };

    @Test
    void whatWasMeasuredLiesInTheSpanThatTheOtherSeedsGive() {
        TrialPlan plan = trials(4).get(0);
        for (double[] arm : MEASURED) {
            for (int left = 0; left < arm.length; left++) {
                List<StoredTrial> others = new ArrayList<>();
                for (int other = 0; other < arm.length; other++) {
                    if (other != left) {
                        others.add(finished(plan, arm[other] - ATTACKED));
                    }
                }
                Span span = new Estimates(others, cache).of(plan, DATA).seconds();

                assertThat(arm[left]).isBetween(span.low(), span.high());
                assertThat(span.high() / span.low()).isLessThan(2);
            }
        }
    }

    @Test
    void aTrialThatTookItsVictimOverTellsWhatTrainingWouldTakeBesides() throws IOException {
        TrialPlan plan = trials(4).get(0);
        StoredTrial stored = finished(plan, 30);
        Path trial = Files.createDirectories(cache.resolve("trial"));
        Files.write(trial.resolve("victim.json"), Json.bytes(VictimNote.of("key", 1_000_000, true)));
        StoredTrial reused = new StoredTrial(trial, stored.info(), List.of(), List.of());
        TrialEstimate estimate = new Estimates(List.of(reused), cache).of(plan, DATA);

        assertThat(estimate.seconds().expected()).isEqualTo(70);
        assertThat(estimate.training()).isCloseTo(30. / 70, within(1e-9));
        assertThat(estimate.withoutVictim().seconds().expected()).isCloseTo(40, within(1e-9));
        assertThat(estimate.diskBytes()).isBetween(1_000_000L, 1_001_000L);
    }

    @Test
    void trialsWithTheSameDefensesComeFirst() {
        TrialPlan undefended = trials(4).get(0);
        TrialPlan defended = trials(4).stream()
                .filter(trial -> !trial.defenses().isEmpty())
                .findFirst()
                .orElseThrow();
        TrialPlan longer = trials(8).stream()
                .filter(trial -> !trial.defenses().isEmpty())
                .findFirst()
                .orElseThrow();
        Estimates estimates = new Estimates(
                List.of(finished(undefended, 10), finished(undefended, 10), finished(defended, 30)), cache);

        assertThat(estimates.of(longer, DATA).seconds().expected()).isEqualTo(70);
    }

    @Test
    void whatFinishesMeanwhileCounts() {
        TrialPlan plan = trials(4).get(0);
        Estimates estimates = new Estimates(List.of(), cache);
        estimates.learn(finished(plan, 30));

        assertThat(estimates.of(plan, DATA).source()).isEqualTo(EstimateSource.SAME_SETTINGS);
    }

    @Test
    void trainingCountsInProportionToTheEpochs() {
        TrialEstimate estimate = new Estimates(List.of(finished(trials(4).get(0), 30)), cache)
                .of(trials(8).get(0), DATA);

        assertThat(estimate.source()).isEqualTo(EstimateSource.LIKE_IT);
        assertThat(estimate.seconds()).isEqualTo(new Span(35, 70, 140));
    }

    @Test
    void withoutTrialsLikeItOperationsAreCountedAndTheSpanIsWide() throws IOException {
        Files.writeString(
                cache.resolve("speed-" + System.getProperty("os.arch") + "-"
                        + Runtime.getRuntime().availableProcessors() + ".txt"),
                "1e10\n");
        Estimates estimates = new Estimates(List.of(), cache);
        TrialEstimate four = estimates.of(trials(4).get(0), DATA);
        TrialEstimate eight = estimates.of(trials(8).get(0), DATA);

        assertThat(four.source()).isEqualTo(EstimateSource.COUNTED);
        assertThat(eight.seconds().expected() / four.seconds().expected()).isCloseTo(2, within(1e-9));
        assertThat(four.seconds().high()).isGreaterThan(10 * four.seconds().low());
        assertThat(four.memoryBytes()).isGreaterThan(500_000_000L);
        assertThat(four.diskBytes()).isPositive();
    }

    @Test
    void theMachineIsMeasuredOnceAndTheCacheIsTold() {
        double speed = MachineSpeed.measured(cache);

        assertThat(speed).isGreaterThan(1e6);
        assertThat(MachineSpeed.measured(cache)).isEqualTo(speed);
    }

    @Test
    void aSpanIsInOrder() {
        assertThatThrownBy(() -> new Span(2, 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not in order");
    }
}
