package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.evaluation.Claims;
import peekbench.evaluation.TargetRecord;
import peekbench.metric.Metric;
import peekbench.result.file.Json;
import peekbench.result.record.ReadClasses;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.RecordKind;
import peekbench.result.record.StoredClaim;
import peekbench.threat.observation.TargetSet;

class StoredRecordsTest {
    private static final TrialKey KEY = ResultSamples.key("no defense", false, 1);
    private static final TargetSet UNSEEN = TargetSet.VICTIM_TEST;
    private static final INDArray ROWS = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});

    @TempDir
    Path folder;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStore.open(folder.resolve("results"));
    }

    @Test
    void recordsOfATableStandBesideWhatAttacksMadeOfThem() throws IOException {
        List<TargetRecord> described = List.of(
                new TargetRecord(70, OptionalInt.of(1), OptionalInt.empty()),
                new TargetRecord(4, OptionalInt.of(0), OptionalInt.of(2)),
                new TargetRecord(9, OptionalInt.of(1), OptionalInt.of(0)));
        StoredTrial trial;
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.names(List.of("not \"a\", b", "yes"), List.of("age", "weight"));
            writer.records(UNSEEN, described, List.of(1, 1, 0));
            writer.reconstructions(made("decoder@1", 2, List.of(0, 1)));
            writer.reconstructions(made("decoder-1", 3, List.of(0, 1, 1)));
            writer.records(UNSEEN, described, List.of(1, 1, 0));
            trial = writer.complete(1, 2);
        }
        StoredRecords records = trial.records();

        assertThat(Files.readAllLines(trial.folder().resolve("reconstructions/victim-test/records.csv")))
                .containsExactly(
                        "place,record,class,class_name,client",
                        "0,70,1,yes,",
                        "1,4,0,\"not \"\"a\"\", b\",2",
                        "2,9,1,yes,0");
        assertThat(records.of(UNSEEN)).isEqualTo(described);
        assertThat(records.of(TargetSet.VICTIM_TRAIN)).isEmpty();
        assertThat(records.columnNames()).containsExactly("age", "weight");
        assertThat(records.read(UNSEEN))
                .containsExactly(
                        new ReadClasses("originals", List.of(1, 1, 0)),
                        new ReadClasses("decoder@1", List.of(0, 1)),
                        new ReadClasses("decoder-1", List.of(0, 1, 1)));
        assertThat(records.duringTraining(UNSEEN)).singleElement().satisfies(during -> {
            assertThat(during.attack()).isEqualTo("decoder@1");
            assertThat(during.size()).isEqualTo(2);
            assertThat(during.originals()).isEqualTo(ROWS);
        });
        assertThat(records.finished(UNSEEN))
                .singleElement()
                .satisfies(finished ->
                        assertThat(finished.values(Metric.MSE).orElseThrow()).containsExactly(.5, .5, .5));
        assertThat(trial.reconstructions(UNSEEN))
                .as("galleries show images only")
                .isEmpty();
        assertThat(records.lack(RecordKind.PICTURES_DURING_TRAINING)).isEmpty();
        assertThat(records.lack(RecordKind.LABELS))
                .hasValueSatisfying(lack -> assertThat(lack)
                        .isEqualTo("Trial " + KEY.id() + " has no labels, which an attack on labels, as in"
                                + " attacks: [{name: gradient-norm}] brings."));
    }

    private static Reconstructions made(String attack, int count, List<Integer> read) {
        double[] errors = new double[count];
        Arrays.fill(errors, .5);
        INDArray first = ROWS.get(NDArrayIndex.interval(0, count));
        return new Reconstructions(attack, UNSEEN, ROWS, first.mul(.5), Map.of(Metric.MSE, errors), read);
    }

    @Test
    void readsBackWhatAttacksClaimed() {
        Claims.Label label =
                new Claims.Label(TargetSet.VICTIM_TRAIN, OptionalInt.of(2), 17, 1, 0, 1, OptionalDouble.of(-.25));
        Claims.Label seen = new Claims.Label(UNSEEN, OptionalInt.empty(), 18, 3, 3, 3, OptionalDouble.empty());
        Claims.ClassShare share = new Claims.ClassShare(1, 2, .1, .3);
        Claims.Membership member = new Claims.Membership(5, true, Double.NEGATIVE_INFINITY);
        StoredTrial trial;
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.claims("norm", new Claims(List.of(label), List.of(share), List.of()));
            writer.claims("norm, 2", new Claims(List.of(seen), List.of(), List.of(member)));
            trial = writer.complete(1, 2);
        }

        assertThat(trial.records().labels())
                .containsExactly(new StoredClaim<>("norm", label), new StoredClaim<>("norm, 2", seen));
        assertThat(trial.records().mixes()).containsExactly(new StoredClaim<>("norm", share));
        assertThat(trial.records().members()).containsExactly(new StoredClaim<>("norm, 2", member));
    }

    @Test
    void trialsOfOlderVersionsAreReadAndSayWhatTheyLack() throws IOException {
        StoredTrial trial;
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.reconstructions(ResultSamples.reconstructions());
            trial = writer.complete(1, 2);
        }
        Path file = trial.folder().resolve("trial.json");
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(file.toFile());
        Path times = trial.folder().resolve("times.json");
        TimesFile.join(tree, Json.MAPPER.readTree(times.toFile()));
        Files.delete(times);
        tree.put("format", 1).remove("records");
        ObjectNode files = (ObjectNode) tree.get("reconstructions").get(0);
        files.set("ssim", files.remove("values").get(0).get("file"));
        files.remove("read");
        Files.write(file, Json.MAPPER.writeValueAsBytes(tree));

        StoredTrial older = TrialReader.read(trial.folder());

        assertThat(older.reconstructions(UNSEEN))
                .singleElement()
                .satisfies(made -> assertThat(made.ssim()).containsExactly(.1, .2, .3, .4));
        assertThat(older.records().of(UNSEEN)).isEmpty();
        assertThat(older.records().lack(RecordKind.RECORDS))
                .hasValueSatisfying(lack -> assertThat(lack)
                        .startsWith(
                                "Trial " + KEY.id() + " has no records, since it was stored before these were kept.")
                        .contains("--replace", "attacks: [{name: decoder}]"));
    }
}
