package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.evaluation.Score;
import peekbench.metric.MetricProvider;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.registry.Registry;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.provenance.Provenance;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;

/** Whole trials of the hijack: it is scored, noticed in time where somebody looks, and the honest training goes on. */
@Tag("slow")
class HijackedTrialTest {
    private static final String SCENARIO = """
            format: 1
            name: tiny-hijack
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 1000, victim-test: 60, attacker-auxiliary: 150, \
            attacker-validation: 40}
            model: lenet5
            cuts: [pool2]
            protocols: [{name: vanilla-split, clients: 1}]
            training: {epochs: 3, batch-size: 16, optimizer: {name: adam, learning-rate: 0.002}}
            defenses:
              - []
              - [{name: split-guard, fake-probability: 0.25, start: 40}]
            attacks:
              - {name: feature-space-hijacking, iterations: 150, checkpoints: [50], pilot-channels: 4, critic-channels: 8, \
            critic-blocks: 1}
            evaluation: {images: 50, permutations: 20, bootstrap-resamples: 50, classifier-epochs: 1}
            seeds: [1]
            """;

    @TempDir
    static Path folder;

    private static StoredTrial undefended;
    private static StoredTrial guarded;

    @BeforeAll
    static void run() {
        ScenarioData data = ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"));
        ResultStore store = ResultStore.open(folder);
        TrialRunner runner =
                new TrialRunner(data, Registry.builtIn(MetricProvider.KIND).providers(), new TrialProgress() {});
        List<StoredTrial> trials =
                Plan.of(ScenarioReader.builtIn().parse("tiny.yaml", SCENARIO).scenario()).trials().stream()
                        .map(trial -> runner.run(trial, store.begin(TrialRecords.key(trial), provenance(trial, data))))
                        .toList();
        undefended = trials.get(0);
        guarded = trials.get(1);
    }

    private static Provenance provenance(TrialPlan trial, ScenarioData data) {
        return TrialRecords.provenance(
                trial, data, "not computed", 1, new TrialRecords.Commands("none", "none"), Catalogue.builtIn());
    }

    @Test
    void theHonestTrainingsAreNotStopped() {
        assertThat(undefended.completed()).isTrue();
        assertThat(guarded.completed()).isTrue();
        assertThat(guarded.epochs()).hasSize(3);
    }

    @Test
    void checkpointsAndAClientThatDoesNotLearnStandBesideTheAttack() {
        assertThat(undefended.scores())
                .extracting(score -> score.subject().text())
                .contains(
                        "feature-space-hijacking",
                        "feature-space-hijacking/iteration-50",
                        "feature-space-hijacking/end",
                        "untrained-client",
                        "mean-image")
                .doesNotContain("identity-client");
        assertThat(detectedAfter(undefended)).isEmpty();
    }

    @Test
    void splitGuardNoticesWithin140Batches() {
        assertThat(detectedAfter(guarded))
                .hasSize(2)
                .allSatisfy(batches -> assertThat(batches).isBetween(50.0, 140.0));
    }

    private static List<Double> detectedAfter(StoredTrial trial) {
        return trial.scores().stream()
                .filter(score -> score.metric().label().equals("hijack-detected-after"))
                .map(Score::value)
                .toList();
    }
}
