package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.metric.MetricProvider;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.registry.Registry;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;

/** A trial whose victim was trained before has the figures of one that trains it. */
@Tag("slow")
class KeptVictimTest {
    private static final String SCENARIO = """
            format: 1
            name: victims
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 60, victim-test: 30, attacker-auxiliary: 60, \
            attacker-validation: 20}
            model: lenet5
            cuts: [pool1]
            protocols: [{name: vanilla-split, clients: 2}]
            training: {epochs: 2, batch-size: 20, optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9}}
            defenses: [[{name: gaussian-noise, strength: {name: scale, deviation: 0.3}}]]
            attacks: ATTACKS
            evaluation: {images: 20, permutations: 5, bootstrap-resamples: 20, classifier-epochs: 1}
            seeds: [1]
            """;
    private static final String DECODER = "[{name: decoder, capacities: [tiny], epochs: 2}]";

    @TempDir
    static Path folder;

    private static StoredTrial alone;
    private static StoredTrial first;

    @BeforeAll
    static void train() {
        alone = run("alone/results", DECODER, "store: {victims: false}");
        first = run("one", DECODER, "");
    }

    @Test
    void keepingAVictimChangesNothing() throws IOException {
        assertThat(first.scores()).isEqualTo(alone.scores());
        assertThat(first.scores())
                .extracting(score -> score.subject().text())
                .contains("decoder/tiny@0", "decoder/tiny@1", "decoder/tiny@transcript");
        assertThat(note(first)).contains("\"reused\" : false");
        assertThat(alone.folder().resolve("victim.json")).doesNotExist();
        assertThat(folder.resolve("alone/results/.victims")).doesNotExist();
    }

    @Test
    void theFolderBesideItNeedNotTrain() throws IOException {
        StoredTrial second = run("two", DECODER, "");
        assertThat(note(second)).contains("\"reused\" : true");
        assertThat(second.scores()).isEqualTo(first.scores());
        assertThat(second.folder().resolve("metrics.jsonl"))
                .hasSameBinaryContentAs(first.folder().resolve("metrics.jsonl"));
    }

    @Test
    void otherAttacksHaveTheSameVictim() throws IOException {
        String attacks = "[{name: decoder, capacities: [tiny], epochs: 3}]";
        StoredTrial other = run("three", attacks, "");
        assertThat(note(other)).contains("\"reused\" : true");
        assertThat(other.scores())
                .isEqualTo(
                        run("alone/other", attacks, "store: {victims: false}").scores());
    }

    @Test
    void networksOfEpochsAreKeptForAttacksOnThem() throws IOException {
        String looks = "attack-at-epochs: [0, 1]";
        StoredTrial trained = run("looks", DECODER, looks);
        StoredTrial again = run("looks-again", DECODER, looks);
        assertThat(note(trained)).contains("\"reused\" : false");
        assertThat(note(again)).contains("\"reused\" : true");
        assertThat(trained.scores()).extracting(score -> score.subject().text()).contains("decoder@0", "decoder@1");
        assertThat(again.scores()).isEqualTo(trained.scores());
    }

    @Test
    void aDamagedVictimIsTrainedAgain() throws IOException {
        StoredTrial trained = run("apart/damaged", DECODER, "");
        try (Stream<Path> victims = Files.list(folder.resolve("apart/damaged/.victims"))) {
            Path arrays = victims.findFirst().orElseThrow().resolve("victim.npz");
            try (RandomAccessFile file = new RandomAccessFile(arrays.toFile(), "rw")) {
                file.seek(Files.size(arrays) / 2);
                file.write(~file.read());
            }
        }
        StoredTrial again = run("apart/damaged", DECODER, "");
        assertThat(note(again)).contains("\"reused\" : false");
        assertThat(again.scores()).isEqualTo(trained.scores());
        assertThat(note(run("apart/damaged", DECODER, ""))).contains("\"reused\" : true");
    }

    private static String note(StoredTrial trial) throws IOException {
        Path file = trial.folder().resolve("victim.json");
        assertThat(new ObjectMapper().readTree(file.toFile()).path("key").asText())
                .hasSize(64);
        return Files.readString(file);
    }

    private static StoredTrial run(String name, String attacks, String more) {
        String yaml = SCENARIO.replace("ATTACKS", attacks) + more + "\n";
        TrialPlan trial = Plan.of(
                        ScenarioReader.builtIn().parse("victims.yaml", yaml).scenario())
                .trials()
                .get(0);
        ScenarioData data = ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"));
        Path results = folder.resolve(name);
        return new TrialRunner(
                        scenario -> data,
                        Registry.builtIn(MetricProvider.KIND).providers(),
                        new TrialProgress() {},
                        results)
                .run(
                        trial,
                        ResultStore.open(results)
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
}
