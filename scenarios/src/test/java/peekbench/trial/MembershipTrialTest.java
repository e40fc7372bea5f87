package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.evaluation.Claims;
import peekbench.evaluation.Score;
import peekbench.metric.MetricProvider;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.registry.Registry;
import peekbench.report.Report;
import peekbench.result.Finding;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.record.StoredClaim;
import peekbench.result.record.StoredRoc;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.observation.TargetSet;

/** Membership inference from scenario to report: a network that learns few images by heart, and DP-SGD that keeps it from that. */
@Tag("slow")
class MembershipTrialTest {
    private static final String SCENARIO = """
            format: 1
            name: by-heart
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 48, victim-test: 48, attacker-auxiliary: 96, \
            attacker-validation: 8}
            model: mlp
            cuts: [relu1]
            protocols: [{name: federated-averaging, clients: 2}]
            training: {epochs: 16, batch-size: 12, optimizer: {name: adam, learning-rate: 0.005}}
            defenses:
              - []
              - [{name: dp-sgd, clipping-norm: 0.1, noise-multiplier: 30}]
            attacks:
              - {name: loss-threshold}
              - {name: likelihood-ratio, shadows: 4}
            evaluation: {images: 48, permutations: 2, bootstrap-resamples: 50, classifier-epochs: 0}
            seeds: [1]
            """;
    private static final List<String> ATTACKS = List.of("loss-threshold", "likelihood-ratio");

    @TempDir
    static Path folder;

    private static StoredTrial undefended;
    private static StoredTrial defended;

    @BeforeAll
    static void run() {
        List<StoredTrial> both = trials(folder.resolve("first"), 2);
        undefended = both.get(0);
        defended = both.get(1);
    }

    private static List<StoredTrial> trials(Path results, int arms) {
        ScenarioData data = ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"));
        ResultStore store = ResultStore.open(results);
        TrialRunner runner =
                new TrialRunner(data, Registry.builtIn(MetricProvider.KIND).providers(), new TrialProgress() {});
        List<StoredTrial> stored = new ArrayList<>();
        List<TrialPlan> plans = Plan.of(ScenarioReader.builtIn()
                        .parse("by-heart.yaml", SCENARIO)
                        .scenario())
                .trials();
        for (TrialPlan trial : plans.subList(0, arms)) {
            stored.add(runner.run(
                    trial,
                    store.begin(
                            TrialRecords.key(trial),
                            TrialRecords.provenance(
                                    trial,
                                    data,
                                    "not computed",
                                    1,
                                    new TrialRecords.Commands("none", "none"),
                                    Catalogue.builtIn()))));
        }
        return stored;
    }

    @Test
    void whatWasLearnedByHeartIsFound() {
        assertThat(undefended.info().errorSummary()).isEmpty();
        for (String attack : ATTACKS) {
            assertThat(score(undefended, attack, "membership-auc").value()).isGreaterThan(.6);
            assertThat(score(undefended, attack, "membership-auc").interval()).isPresent();
            assertThat(score(undefended, attack, "membership-balanced-accuracy").value())
                    .isBetween(.5, 1.0);
            assertThat(score(undefended, attack, "membership-non-members").value())
                    .isEqualTo(48);
        }
    }

    /** The area of 48 and 48 scores without meaning has a deviation of .059; three of them. */
    @Test
    void strongNoiseLeavesGuessing() {
        assertThat(defended.info().errorSummary()).isEmpty();
        for (String attack : ATTACKS) {
            assertThat(score(defended, attack, "membership-auc").value()).isCloseTo(.5, within(.18));
        }
        assertThat(defended.epochs().get(15).privacySpent().orElseThrow())
                .isGreaterThan(defended.epochs().get(0).privacySpent().orElseThrow())
                .isLessThan(1);
        assertThat(undefended.epochs().get(15).privacySpent()).isEmpty();
        assertThat(undefended.info().findings())
                .noneMatch(finding -> finding.attack().equals(Finding.OF_PRIVACY));
        assertThat(defended.info().findings())
                .filteredOn(finding -> finding.attack().equals(Finding.OF_PRIVACY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("It covers one record of one client")
                        .contains("label"));
    }

    @Test
    void theWholeCurveIsStored() {
        assertThat(undefended.folder().resolve("roc.csv"))
                .content()
                .startsWith("attack,false_positive_rate,true_positive_rate\r\n");
        assertThat(undefended.rocCurves()).extracting(StoredRoc::attack).isEqualTo(ATTACKS);
        StoredRoc curve = undefended.rocCurves().get(0);
        assertThat(curve.truePositivesAt(.01))
                .isEqualTo(score(undefended, "loss-threshold", "membership-tpr-at-1-percent-fpr")
                        .value());
        assertThat(curve.truePositivesAt(1)).isEqualTo(1);
    }

    @Test
    void everyCandidateStandsWithItsScore() {
        List<StoredClaim<Claims.Membership>> claims = undefended.records().members();
        assertThat(claims).hasSize(2 * 96);
        List<Claims.Membership> own = claims.stream()
                .filter(claim -> claim.attack().equals("loss-threshold"))
                .map(StoredClaim::claim)
                .toList();
        double pairs = 0;
        for (Claims.Membership member : own) {
            for (Claims.Membership other : own) {
                if (member.member() && !other.member()) {
                    pairs += member.score() > other.score() ? 1 : member.score() == other.score() ? .5 : 0;
                }
            }
        }
        assertThat(pairs / (48 * 48))
                .isCloseTo(score(undefended, "loss-threshold", "membership-auc").value(), within(1e-12));
        assertThat(undefended.records().of(TargetSet.VICTIM_TRAIN)).isEmpty();
    }

    /** Without the defense, whose training is slow; that it repeats its bits is tested with it. */
    @Test
    void aSecondRunHasTheSameScoresAndCurves() {
        StoredTrial again = trials(folder.resolve("second"), 1).get(0);
        assertThat(again.scores()).isEqualTo(undefended.scores());
        assertThat(again.rocCurves()).isEqualTo(undefended.rocCurves());
    }

    @Test
    void theReportShowsCurvesAndTableAndNoPictures() throws IOException {
        Path report = folder.resolve("report");
        List<Path> files = Report.write(report, List.of(undefended, defended), List.of());
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("roc.png", "roc.svg", "roc.pdf", "tradeoff.png", "report.html")
                .doesNotContain("gallery.png");
        assertThat(Files.readString(report.resolve("summary.md")))
                .contains("Who was trained on")
                .contains(
                        "| Accuracy | \u03b5 | AUC \u2191 | Told right \u2191 | TPR at 1% FPR \u2191 | TPR at 0.1% FPR \u2191 |")
                .doesNotContain("mean image");
        assertThat(Files.readString(report.resolve("report.html")))
                .contains("fewer than 1,000 candidates")
                .doesNotContain("Floors, ceilings and references");
    }

    private static Score score(StoredTrial trial, String attack, String metric) {
        return trial.scores().stream()
                .filter(score -> score.subject().text().equals(attack)
                        && score.metric().label().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
