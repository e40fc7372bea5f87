package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.FetchProgress;
import peekbench.evaluation.Claims;
import peekbench.evaluation.Score;
import peekbench.metric.MetricProvider;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.registry.Registry;
import peekbench.report.Report;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.record.StoredClaim;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.observation.TargetSet;

/** Labels under attack with and without the defenses of gradients, and a report without any reconstruction. */
@Tag("slow")
class LabelLeakageTest {
    private static final String SCENARIO = """
            format: 1
            name: tiny-labels
            title: Labels
            data: {dataset: fashion-mnist-sample, positive-class: shirt, victim-train: 1280, victim-test: 100, \
            attacker-auxiliary: 200, attacker-validation: 60}
            model: mlp
            cuts: [relu1]
            protocols: [{name: wrap-around, clients: 2, head: relu2}]
            training: {epochs: 2, batch-size: 64, optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9}}
            defenses:
              - []
              - [{name: max-norm}]
              - [{name: marvell, scale: 16}]
            attacks:
              - {name: gradient-norm, epochs: [2]}
              - {name: gradient-direction, epochs: [2]}
              - {name: model-completion, records-per-class: [8], epochs: 20}
            evaluation: {images: 50, permutations: 9, bootstrap-resamples: 20, classifier-epochs: 1}
            seeds: [1]
            """;

    @TempDir
    static Path folder;

    private static final Map<String, StoredTrial> TRIALS = new HashMap<>();

    @BeforeAll
    static void run() {
        Scenario scenario =
                ScenarioReader.builtIn().parse("labels.yaml", SCENARIO).scenario();
        ScenarioData data = scenario.data()
                .load(
                        DataCatalogue.of(Registry.builtIn(DatasetProvider.KIND), Optional.empty(), Optional.empty()),
                        FetchProgress.silent());
        ResultStore store = ResultStore.open(folder);
        TrialRunner runner =
                new TrialRunner(data, Registry.builtIn(MetricProvider.KIND).providers(), new TrialProgress() {});
        for (TrialPlan trial : Plan.of(scenario).trials()) {
            StoredTrial stored = runner.run(
                    trial,
                    store.begin(
                            TrialRecords.key(trial),
                            TrialRecords.provenance(
                                    trial,
                                    data,
                                    "not computed",
                                    1,
                                    new TrialRecords.Commands("none", "none"),
                                    Catalogue.builtIn())));
            TRIALS.put(trial.armLabel(), stored);
        }
    }

    @Test
    void theNormTellsARareClassUnlessGradientsAreDefended() {
        double undefended = area("no defense", "gradient-norm");
        double maxNorm = area("max-norm noise", "gradient-norm");
        double marvell = area("Marvell, s = 16.0", "gradient-norm");
        assertThat(undefended).isGreaterThan(.9);
        assertThat(maxNorm).isLessThan(undefended - .1);
        assertThat(marvell).isLessThan(.6);
        assertThat(area("no defense", "gradient-direction")).isGreaterThan(.95);
        assertThat(area("Marvell, s = 16.0", "gradient-direction")).isLessThan(.65);
    }

    @Test
    void whatIsClaimedOfEveryRecordGivesTheScore() {
        List<StoredClaim<Claims.Label>> claims =
                TRIALS.get("no defense").records().labels();
        for (String attack : List.of("gradient-norm", "gradient-direction")) {
            List<Claims.Label> own = claims.stream()
                    .filter(claim -> claim.attack().equals(attack))
                    .map(StoredClaim::claim)
                    .toList();
            assertThat(own).hasSize(1280).allSatisfy(claim -> {
                assertThat(claim.epoch()).isPresent();
                assertThat(claim.evidence()).isPresent();
            });
            double right = own.stream()
                    .filter(claim -> claim.inferred() == claim.actual())
                    .count();
            assertThat(right / own.size()).isEqualTo(value("no defense", attack, "label-accuracy"));
        }
    }

    @Test
    void modelCompletionIsScoredOnBothSetsInEveryArm() {
        assertThat(TRIALS.values())
                .hasSize(3)
                .allSatisfy(trial -> assertThat(trial.scores())
                        .filteredOn(score -> score.subject().text().equals("model-completion")
                                && score.metric().label().equals("label-auc"))
                        .extracting(Score::targets)
                        .containsExactlyInAnyOrder(TargetSet.values()));
    }

    @Test
    void theFloorStandsBesideLabelsAndNothingBesideReconstructionsThatNobodyMade() {
        assertThat(TRIALS.get("no defense").scores())
                .extracting(score -> score.subject().text())
                .contains("majority-class")
                .doesNotContain("mean-image", "originals", "smashed-data", "untrained-client", "identity-client");
        assertThat(value("no defense", "majority-class", "label-accuracy")).isEqualTo(.9);
        assertThat(value("no defense", "majority-class", "label-auc")).isEqualTo(.5);
    }

    @Test
    void theReportShowsLabelsWhereThereIsNoPicture() throws Exception {
        List<Path> written = Report.write(folder, List.copyOf(TRIALS.values()), List.of());
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .contains("report.html", "tradeoff.png")
                .doesNotContain("gallery.png");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("fashion-mnist-sample, shirt against the rest")
                .contains("Label AUC", "majority class (floor)", "Inferred labels: the majority class")
                .doesNotContain("The mean image is what an attacker answers", "Distance correlation is shown twice");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .containsPattern("no defense \\| gradient-norm † \\| trained on \\| \\d")
                .contains("this score is not a bound, because the training of every seed collapsed");
    }

    @Test
    void anAttackOnSentLabelsIsLeftOutWhereNoneAreSent() {
        String yaml = SCENARIO.replace("- {name: gradient-norm, epochs: [2]}", "- received-labels")
                .replace("protocols: [", "protocols: [{name: vanilla-split, clients: 2}, ");
        assertThat(LeftOut.messages(Plan.of(ScenarioReader.builtIn()
                                .parse("labels.yaml", yaml)
                                .scenario())
                        .leftOut()))
                .singleElement()
                .asString()
                .startsWith(
                        "Left out: wrap-around, 2 clients, head relu2 with the attack received-labels, since it needs"
                                + " what a server that is sent the labels sees");
    }

    private static double area(String arm, String attack) {
        return value(arm, attack, "label-auc");
    }

    private static double value(String arm, String subject, String metric) {
        return TRIALS.get(arm).scores().stream()
                .filter(score -> score.subject().text().equals(subject)
                        && score.metric().label().equals(metric)
                        && score.targets() == TargetSet.VICTIM_TRAIN)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
