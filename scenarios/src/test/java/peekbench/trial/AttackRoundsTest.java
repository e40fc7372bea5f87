package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.evaluation.Score;
import peekbench.evaluation.TargetRecord;
import peekbench.metric.MetricProvider;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.registry.Registry;
import peekbench.report.Report;
import peekbench.report.table.SummaryTable;
import peekbench.result.ResultStore;
import peekbench.result.StoredRecords;
import peekbench.result.StoredTrial;
import peekbench.result.record.ReadClasses;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.RecordKind;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.observation.TargetSet;

/** Attacks during training, and by attackers with records of other kinds. */
@Tag("slow")
class AttackRoundsTest {
    private static final String SCENARIO = """
            format: 1
            name: rounds
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 100, victim-test: 30, attacker-auxiliary: 80, \
            attacker-validation: 20SOURCES}
            model: lenet5
            cuts: [pool1]
            protocols: [{name: vanilla-split, clients: 2}]
            training: {epochs: 2, batch-size: 20, optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9}}
            attacks: [{name: decoder, capacities: [tiny], epochs: 2}]
            attack-at-epochs: [EPOCHS]
            evaluation: {images: 20, permutations: 5, bootstrap-resamples: 20, classifier-epochs: 1}
            seeds: [1]
            """;

    @TempDir
    static Path folder;

    private static StoredTrial plain;
    private static StoredTrial rounds;

    @BeforeAll
    static void run() {
        plain = run("plain", "", "");
        rounds = run("rounds", "0, 2", ", auxiliary: [same, {name: missing-class, label: 9}, noise]");
    }

    @Test
    void everyAttackerAttacksAtEveryEpochAskedFor() {
        assertThat(rounds.scores())
                .extracting(score -> score.subject().text())
                .contains(
                        "decoder@0",
                        "decoder@2",
                        "decoder-with-noise@2",
                        "decoder",
                        "decoder-without-class-9",
                        "decoder-with-noise",
                        "mean-image",
                        "mean-image/without-class-9",
                        "mean-image/with-noise",
                        "untrained-client/decoder-with-noise")
                .doesNotContain("decoder@1", "untrained-client");
        assertThat(ssim(rounds, "decoder-with-noise")).isNotEqualTo(ssim(rounds, "decoder"));
        assertThat(ssim(rounds, "mean-image/with-noise")).isLessThan(ssim(rounds, "mean-image"));
    }

    @Test
    void theAttackerOfTheSameKindScoresAsWithoutAllThat() {
        for (String subject : List.of("decoder", "mean-image", "originals", "smashed-data")) {
            assertThat(scores(rounds, subject)).isNotEmpty().isEqualTo(scores(plain, subject));
        }
        assertThat(rounds.epochs().get(1).testLoss())
                .isEqualTo(plain.epochs().get(1).testLoss());
        assertThat(ssim(rounds, "decoder@2")).isEqualTo(ssim(rounds, "decoder"));
    }

    @Test
    void picturesOfEveryEpochStandBesideRecordsClassesAndScores() {
        StoredRecords stored = rounds.records();
        List<TargetRecord> trained = stored.of(TargetSet.VICTIM_TRAIN);
        assertThat(trained)
                .hasSize(20)
                .allSatisfy(record -> assertThat(record.client().orElseThrow()).isBetween(0, 1));
        assertThat(stored.of(TargetSet.VICTIM_TEST))
                .hasSize(20)
                .allSatisfy(record -> assertThat(record.client()).isEmpty());
        assertThat(stored.duringTraining(TargetSet.VICTIM_TEST))
                .extracting(Reconstructions::attack)
                .startsWith("decoder@0", "decoder-without-class-9@0")
                .contains("decoder@2")
                .hasSize(6);
        assertThat(mean(stored.duringTraining(TargetSet.VICTIM_TEST).get(0).ssim()))
                .isEqualTo(ssim(rounds, "decoder@0"));
        assertThat(rounds.folder().resolve("reconstructions/victim-test/decoder@2-error.npy"))
                .isNotEmptyFile();
        for (ReadClasses read : stored.read(TargetSet.VICTIM_TRAIN)) {
            double right = IntStream.range(0, trained.size())
                    .filter(i ->
                            trained.get(i).label().getAsInt() == read.classes().get(i))
                    .count();
            assertThat(score(rounds, read.subject(), "classifier-accuracy", TargetSet.VICTIM_TRAIN))
                    .as(read.subject())
                    .isEqualTo(right / trained.size());
        }
        assertThat(plain.records().lack(RecordKind.PICTURES_DURING_TRAINING))
                .hasValueSatisfying(lack -> assertThat(lack).contains("attack-at-epochs: [0, 1, 3]"));
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void theReportShowsAttacksDuringTrainingBesideTheFinalOne() {
        String table = SummaryTable.leakage(List.of(rounds)).markdown();
        assertThat(table)
                .contains("decoder@0", "decoder-without-class-9", "mean image/with noise (floor)")
                .containsSubsequence("| decoder † |", "| decoder@0 † |");
        assertThat(Report.write(folder.resolve("report"), List.of(rounds), List.of()))
                .anySatisfy(file -> assertThat(file.getFileName()).hasToString("curves.png"));
    }

    private static StoredTrial run(String name, String epochs, String sources) {
        String yaml = SCENARIO.replace("EPOCHS", epochs).replace("SOURCES", sources);
        TrialPlan trial = Plan.of(
                        ScenarioReader.builtIn().parse("rounds.yaml", yaml).scenario())
                .trials()
                .get(0);
        ScenarioData data = ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"));
        return new TrialRunner(data, Registry.builtIn(MetricProvider.KIND).providers(), new TrialProgress() {})
                .run(
                        trial,
                        ResultStore.open(folder.resolve(name))
                                .begin(
                                        TrialRecords.key(trial),
                                        TrialRecords.provenance(
                                                trial,
                                                data,
                                                "not computed",
                                                1,
                                                new TrialRecords.Commands("none", "none"),
                                                Catalogue.builtIn())));
    }

    private static List<Score> scores(StoredTrial trial, String subject) {
        return trial.scores().stream()
                .filter(score -> score.subject().text().equals(subject))
                .toList();
    }

    private static double ssim(StoredTrial trial, String subject) {
        return score(trial, subject, "ssim", TargetSet.VICTIM_TEST);
    }

    private static double score(StoredTrial trial, String subject, String metric, TargetSet targets) {
        return scores(trial, subject).stream()
                .filter(score -> score.metric().label().equals(metric) && score.targets() == targets)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
