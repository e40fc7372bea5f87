package peekbench.ui.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;
import peekbench.problem.ConfigurationException;
import peekbench.report.chart.Chart;
import peekbench.report.estimate.Column;
import peekbench.result.EpochMetrics;
import peekbench.result.ResultStore;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;
import peekbench.result.file.Json;
import peekbench.result.provenance.DataInfo;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.result.provenance.SoftwareInfo;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

@Tag("slow")
class StoredResultFoldersTest {
    private static final Metric WORST = new Metric(
            "worst-pixel", "none", "[0, 1]", Metric.Meaning.LESS_IS_LEAK, "Worst", FigureFormat.TWO, "largest error");

    private final StoredResultFolders folders = new StoredResultFolders();

    @TempDir
    private Path folder;

    @BeforeEach
    void store() {
        ResultStore store = ResultStore.open(folder);
        try (TrialWriter writer = store.begin(key("split-seed1", 1), provenance())) {
            writer.epoch(epoch(1, 0.75));
            writer.epoch(epoch(2, 0.875));
            writer.scores(List.of(
                    new Score(Subject.parse("decoder"), TargetSet.VICTIM_TEST, Metric.SSIM, 0.5, Optional.empty()),
                    new Score(Subject.parse("decoder"), TargetSet.VICTIM_TRAIN, Metric.SSIM, 0.6, Optional.empty()),
                    new Score(Subject.parse("mean-image"), TargetSet.VICTIM_TEST, Metric.SSIM, 0.9, Optional.empty()),
                    new Score(Subject.parse("decoder"), TargetSet.VICTIM_TEST, WORST, 0.25, Optional.empty()),
                    new Score(Subject.parse("unsplit"), TargetSet.VICTIM_TEST, WORST, 0.75, Optional.empty())));
            INDArray originals = Nd4j.createFromArray(0f, 1f, 0.5f, 2f).reshape(2, 1, 1, 2);
            writer.reconstructions(new Reconstructions(
                    "decoder", TargetSet.VICTIM_TEST, originals, originals.dup(), new double[] {0.25, 0.75}));
            writer.complete(1, 2);
        }
        try (TrialWriter writer = store.begin(key("split-seed2", 2), provenance())) {
            writer.fail(new IllegalStateException("the loss is not a number"));
        }
    }

    @Test
    void aTrialShowsItsLastAccuracyAndTheAttacksScoreOnUnseenRecords() {
        assertThat(folders.read(folder).trials())
                .containsExactly(
                        new TrialSummary(
                                "split-seed1",
                                "vanilla-split",
                                "pool1",
                                "no defense",
                                1,
                                Optional.empty(),
                                OptionalDouble.of(0.875),
                                OptionalDouble.of(0.5),
                                List.of(new TrialSummary.Figure(Column.of(WORST).orElseThrow(), 0.25))),
                        new TrialSummary(
                                "split-seed2",
                                "vanilla-split",
                                "pool1",
                                "no defense",
                                2,
                                Optional.of("java.lang.IllegalStateException: the loss is not a number"),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                List.of()));
    }

    @Test
    void picturesComeMostSimilarFirst() {
        List<PicturePair> pairs = folders.pictures(folder, "split-seed1", TargetSet.VICTIM_TEST);

        assertThat(pairs).extracting(PicturePair::similarity).containsExactly(0.75, 0.25);
        assertThat(pairs.get(0).original().getRGB(0, 0))
                .as("0.5 is a middle grey")
                .isEqualTo(0xff808080);
        assertThat(pairs.get(0).original().getRGB(1, 0))
                .as("2 is drawn as white")
                .isEqualTo(0xffffffff);
    }

    @Test
    void curvesAreThoseOfTheReport() {
        assertThat(folders.read(folder).charts()).containsKey(Chart.CURVES);
    }

    @Test
    void whatIsNotStoredIsEmpty() {
        assertThat(folders.pictures(folder, "split-seed1", TargetSet.VICTIM_TRAIN))
                .isEmpty();
        assertThat(folders.pictures(folder, "split-seed2", TargetSet.VICTIM_TEST))
                .isEmpty();
        assertThat(folders.read(folder).charts()).as("one arm is no trade-off").doesNotContainKey(Chart.TRADE_OFF);
    }

    @Test
    void whatIsDamagedForeignNewerOrHalfDeletedIsSaidAndStopsNothing() throws IOException {
        damage("damaged", "{");
        damage("foreign", "{}");
        damage("newer", "{\"format\": 99}");
        Files.writeString(Files.createDirectories(folder.resolve("half")).resolve("scores.json"), "[]");
        Files.writeString(folder.resolve("split-seed1").resolve("roc.csv"), "no curve");

        FolderContent content = folders.read(folder);

        assertThat(content.trials()).hasSize(2);
        assertThat(content.charts()).containsKey(Chart.CURVES);
        assertThat(content.lacks())
                .anySatisfy(lack -> assertThat(lack).startsWith("damaged: Could not read"))
                .anySatisfy(lack -> assertThat(lack).startsWith("foreign: ").contains("has no format number"))
                .anySatisfy(lack -> assertThat(lack).startsWith("newer: ").contains("Update Peekbench"))
                .anySatisfy(lack -> assertThat(lack).startsWith("half: ").contains("half deleted"))
                .anySatisfy(lack -> assertThat(lack).startsWith("Membership is left out: "))
                .hasSize(5);
    }

    @Test
    void whatAnOlderFormatLacksIsSaid() throws IOException {
        Path trial = folder.resolve("split-seed1").resolve("trial.json");
        Path times = folder.resolve("split-seed1").resolve("times.json");
        ObjectNode older = (ObjectNode) Json.parse(Files.readString(trial));
        JsonNode apart = Json.parse(Files.readString(times));
        List.of("started", "training-seconds", "total-seconds").forEach(key -> older.set(key, apart.get(key)));
        ((ObjectNode) older.get("provenance")).set("threads", apart.get("threads"));
        Files.write(trial, Json.bytes(older.put("format", 1)));

        assertThat(folders.read(folder).lacks())
                .singleElement()
                .asString()
                .contains("Trial split-seed1 was stored in format 1")
                .contains("--replace");
    }

    private void damage(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("trial.json"), text);
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> folders.read(folder.resolve("nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere");
    }

    private static TrialKey key(String id, long seed) {
        return new TrialKey(id, "split", "vanilla-split", "pool1", "no defense", false, seed);
    }

    private static EpochMetrics epoch(int number, double accuracy) {
        return new EpochMetrics(
                number,
                1,
                1,
                accuracy,
                Double.NaN,
                true,
                1,
                10,
                100,
                100,
                0,
                OptionalDouble.empty(),
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static Provenance provenance() {
        return new Provenance(
                new ScenarioInfo(
                        "tiny",
                        "A tiny scenario",
                        JsonNodeFactory.instance.objectNode(),
                        JsonNodeFactory.instance.objectNode()),
                new DataInfo("lipids", "ab".repeat(32), List.of()),
                SoftwareInfo.current(),
                List.of(),
                MachineInfo.current(),
                1,
                "./peekbench run tiny.yaml --seed 1",
                "./peekbench run tiny.yaml");
    }
}
