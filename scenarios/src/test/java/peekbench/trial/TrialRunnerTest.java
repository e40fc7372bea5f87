package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.data.Dataset;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.evaluation.Score;
import peekbench.metric.MetricProvider;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.registry.Registry;
import peekbench.report.table.CollapsedSeeds;
import peekbench.report.table.SummaryTable;
import peekbench.result.EpochMetrics;
import peekbench.result.Finding;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.record.Reconstructions;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.observation.TargetSet;

@Tag("slow")
class TrialRunnerTest {
    private static final String SCENARIO = """
            format: 1
            name: tiny
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 200, victim-test: 60, attacker-auxiliary: 150, \
            attacker-validation: 40}
            model: lenet5
            cuts: [pool1]
            protocols: [{name: vanilla-split, clients: 2}]
            training: {epochs: 2, batch-size: 20, optimizer: {name: sgd, learning-rate: LEARNING_RATE, momentum: 0.9}}
            defenses:
              - []
              - [{name: nopeek, form: added, weight: 1}]
            attacks: [{name: decoder, capacities: [small, medium], epochs: 3, learning-rate: 0.003}]
            evaluation: {images: 50, permutations: 20, bootstrap-resamples: 50, classifier-epochs: 1}
            seeds: [1]
            """;

    @TempDir
    static Path folder;

    private static Dataset dataset;
    private static List<StoredTrial> alone;
    private static List<StoredTrial> together;

    @BeforeAll
    static void run() throws Exception {
        dataset = DataCatalogue.embedded("fashion-mnist-sample");
        alone = runAll("0.05", 1, folder.resolve("alone"));
        together = runAll("0.05", 2, folder.resolve("together"));
    }

    @Test
    void aTrialLeavesEpochsScoresReconstructionsAndProvenance() {
        StoredTrial trial = alone.get(0);
        assertThat(trial.completed()).isTrue();
        assertThat(trial.epochs()).extracting(EpochMetrics::epoch).containsExactly(1, 2);
        assertThat(trial.scores())
                .extracting(score -> score.subject().text())
                .contains(
                        "decoder",
                        "decoder/small",
                        "decoder/medium",
                        "untrained-client",
                        "identity-client",
                        "mean-image",
                        "originals",
                        "smashed-data");
        assertThat(trial.info().attackers()).singleElement().satisfies(attacker -> {
            assertThat(attacker.attack()).isEqualTo("decoder");
            assertThat(attacker.role()).isEqualTo("a curious server that can have inputs encoded");
            assertThat(attacker.sees()).startsWith("the smashed data that leave the clients");
        });
        double identity = value(trial, "identity-client", "ssim");
        assertThat(identity)
                .isGreaterThan(value(trial, "decoder", "ssim"))
                .isGreaterThan(value(trial, "mean-image", "ssim"));
        for (TargetSet targets : TargetSet.values()) {
            Reconstructions made = trial.reconstructions(targets).get(0);
            assertThat(made.attack()).isEqualTo("decoder");
            assertThat(made.reconstructions().shape()).containsExactly(50, 1, 28, 28);
            assertThat(mean(made.ssim())).isEqualTo(value(trial, "decoder", "ssim", targets));
        }
        assertThat(trial.info().provenance().data().indexSets())
                .allSatisfy(set -> assertThat(set.sha256()).hasSize(64))
                .extracting("size")
                .containsExactly(200, 60, 150, 40);
    }

    @Test
    void twoThreadsGiveTheSameScoresAsOne() {
        assertThat(alone).hasSize(2);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i).scores()).isEqualTo(alone.get(i).scores());
        }
    }

    @Test
    void armsShareFloorsAndCeilings() {
        for (String bound : List.of("untrained-client", "identity-client", "mean-image", "originals")) {
            assertThat(scores(together.get(1), bound)).isNotEmpty().isEqualTo(scores(together.get(0), bound));
        }
    }

    @Test
    void aTrialThatDivergesIsStoredAsFailed() throws Exception {
        StoredTrial trial = runAll("1.0e+30", 1, folder.resolve("diverged")).get(0);
        assertThat(trial.completed()).isFalse();
        assertThat(trial.info().errorSummary())
                .hasValueSatisfying(error -> assertThat(error)
                        .contains("The party (server) got a message (SmashedData) of (client-1)")
                        .contains("Training may have diverged: use a smaller learning rate"));
        assertThat(trial.epochs()).isEmpty();
    }

    /** 202 records of two clients: five batches of 20 each, and one of a single record. */
    @Test
    void saysOfALastBatchOfOneRecordThatNoPeekDidNothingToIt() throws Exception {
        List<StoredTrial> trials = runScenario(
                SCENARIO.replace("victim-train: 200", "victim-train: 202")
                        .replace("LEARNING_RATE", "0.05")
                        .replaceAll("attacks: .*", "attacks: []"),
                1,
                folder.resolve("lone"));

        // So small a training may be at chance, which is another finding.
        assertThat(trials.get(0).info().findings())
                .as("no defense")
                .noneMatch(finding -> finding.text().contains("one record"));
        assertThat(trials.get(1).info().findings())
                .contains(
                        new Finding(
                                "training",
                                "NoPeek CE + 1·dCor compares the records of a batch with each other, and the last batch of each"
                                        + " epoch has one record at clients 0, 1 (2 of 2), so it did nothing to that record then."));
    }

    /** Steps of a billionth leave the initial weights, which tell nothing. */
    @Test
    void aTrainingThatCollapsedSaysSoAndIsMarked() throws Exception {
        List<StoredTrial> trials = runScenario(
                SCENARIO.replace("LEARNING_RATE", "1.0e-9").replaceAll("attacks: .*", "attacks: []"),
                1,
                folder.resolve("collapsed"));

        assertThat(CollapsedSeeds.isCollapsed(trials.get(0))).isTrue();
        assertThat(trials.get(0).info().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).startsWith("It collapsed: "));
        assertThat(alone).noneMatch(CollapsedSeeds::isCollapsed);
        assertThat(SummaryTable.of(trials).text())
                .contains("no defense \u2020")
                .contains(
                        "\u2020 no defense; NoPeek CE + 1·dCor: this score is not a bound, because the training of every"
                                + " seed collapsed");
    }

    @Test
    void anAttackThatFindsItsViewUnfitIsLeftOutBesideOthersAndFailsATrialAlone() throws Exception {
        String tooMany = "{name: known-plaintext, known-records: [100000]}";
        String decoder = "{name: decoder, capacities: [small], epochs: 1, patience: 1}";
        StoredTrial beside = runScenario(attacks(decoder + ", " + tooMany), 1, folder.resolve("beside"))
                .get(0);
        StoredTrial alone =
                runScenario(attacks(tooMany), 1, folder.resolve("single")).get(0);

        assertThat(beside.completed()).isTrue();
        assertThat(beside.info().findings())
                .filteredOn(finding -> finding.attack().equals("known-plaintext"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text())
                            .startsWith("It was not mounted. ")
                            .contains("data.attacker-auxiliary");
                });
        assertThat(scores(beside, "decoder")).isNotEmpty();
        assertThat(alone.completed()).isFalse();
    }

    private static String attacks(String listed) {
        return SCENARIO.replace("LEARNING_RATE", "0.05")
                .replaceAll("(?m)^attacks:.*(\\n  .*)*", "attacks: [" + listed + "]");
    }

    private static List<StoredTrial> runAll(String learningRate, int threads, Path results) throws Exception {
        return runScenario(SCENARIO.replace("LEARNING_RATE", learningRate), threads, results);
    }

    private static List<StoredTrial> runScenario(String yaml, int threads, Path results) throws Exception {
        Plan plan = Plan.of(ScenarioReader.builtIn().parse("tiny.yaml", yaml).scenario());
        ResultStore store = ResultStore.open(results);
        TrialRunner runner = new TrialRunner(
                ScenarioData.of(dataset), Registry.builtIn(MetricProvider.KIND).providers(), new TrialProgress() {});
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<StoredTrial>> tasks = new ArrayList<>();
            for (TrialPlan trial : plan.trials()) {
                tasks.add(() -> runner.run(
                        trial,
                        store.begin(
                                TrialRecords.key(trial),
                                TrialRecords.provenance(
                                        trial,
                                        ScenarioData.of(dataset),
                                        "not computed",
                                        threads,
                                        new TrialRecords.Commands("none", "none"),
                                        Catalogue.builtIn()))));
            }
            List<StoredTrial> stored = new ArrayList<>();
            for (Future<StoredTrial> future : executor.invokeAll(tasks)) {
                stored.add(future.get());
            }
            return stored;
        } finally {
            executor.shutdown();
        }
    }

    private static double value(StoredTrial trial, String subject, String metric) {
        return value(trial, subject, metric, TargetSet.VICTIM_TEST);
    }

    private static double value(StoredTrial trial, String subject, String metric, TargetSet targets) {
        Optional<Score> found = trial.scores().stream()
                .filter(score -> score.subject().text().equals(subject)
                        && score.metric().label().equals(metric)
                        && score.targets() == targets)
                .findFirst();
        return found.orElseThrow().value();
    }

    private static List<Score> scores(StoredTrial trial, String subject) {
        return trial.scores().stream()
                .filter(score -> score.subject().text().equals(subject))
                .toList();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
