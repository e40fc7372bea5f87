package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.evaluation.Score;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.Json;
import peekbench.result.file.Npy;
import peekbench.result.file.ResultStoreException;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

class ResultStoreTest {
    private static final TrialKey KEY = ResultSamples.key("no defense", false, 1);

    @TempDir
    Path folder;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStore.open(folder.resolve("results"));
    }

    @Test
    void readsBackAllThatATrialWrote() {
        StoredTrial written = run(KEY);

        StoredTrial read = ResultStore.openExisting(store.path()).trials().get(0);

        assertThat(read).isEqualTo(written);
        assertThat(read.key()).isEqualTo(KEY);
        assertThat(read.info().provenance()).isEqualTo(ResultSamples.provenance());
        assertThat(read.info().status()).isEqualTo(TrialStatus.COMPLETED);
        assertThat(read.info().totalSeconds()).isEqualTo(20);
        assertThat(read.epochs()).containsExactly(ResultSamples.epoch(1), ResultSamples.epoch(2));
        assertThat(read.scores()).isEqualTo(ResultSamples.scores());
        Reconstructions made = read.reconstructions(TargetSet.VICTIM_TEST).get(0);
        assertSame(made.originals(), ResultSamples.reconstructions().originals());
        assertSame(made.reconstructions(), ResultSamples.reconstructions().reconstructions());
        assertThat(made.ssim()).containsExactly(.1, .2, .3, .4);
        assertThat(read.reconstructions(TargetSet.VICTIM_TRAIN)).isEmpty();
        assertThat(read.folder().resolve("reconstructions/victim-test/decoder.png"))
                .isNotEmptyFile();
    }

    @Test
    void showsNothingOfATrialThatIsBeingWrittenOrWasAbandoned() throws IOException {
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.reconstructions(ResultSamples.reconstructions());

            assertThat(store.trials()).isEmpty();
            assertThat(store.trials()).isEmpty();
            assertThat(temporaries()).hasSize(1);
            assertThat(temporaries().get(0).resolve("metrics.jsonl"))
                    .content()
                    .contains("\"train-loss\":1.0")
                    .endsWith("\n");
        }

        assertThat(store.trials()).isEmpty();
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void keepsFailedTrialsWithTheirErrorAndRunsThemAgain() {
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.fail(new IllegalStateException("The loss became NaN in epoch 2"));
        }

        StoredTrial failed = store.trials().get(0);
        assertThat(failed.completed()).isFalse();
        assertThat(failed.epochs()).hasSize(1);
        assertThat(failed.info().errorSummary())
                .hasValue("java.lang.IllegalStateException: The loss became NaN in epoch 2");
        assertThat(failed.info().error().orElseThrow()).contains("at peekbench.result.ResultStoreTest");
        assertThat(store.place(List.of(ResultSamples.wanted(KEY, 3)))).containsExactly(new PlacedTrial(KEY, false));

        run(KEY);
        assertThat(store.trials())
                .singleElement()
                .satisfies(trial -> assertThat(trial.completed()).isTrue());
    }

    @Test
    void keepsTheEarlierResultUntilTheNewOneIsComplete() {
        StoredTrial first = run(KEY);
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            assertThat(store.trials()).containsExactly(first);
        }
        assertThat(store.trials()).containsExactly(first);
    }

    @Test
    void bringsBackAResultWhoseReplacementWasInterrupted() throws IOException {
        StoredTrial first = run(KEY);
        Files.move(first.folder(), store.path().resolve(".old-" + KEY.id() + "~0123456789abcdef"));
        assertThat(store.trials()).isEmpty();

        assertThat(ResultStore.open(store.path()).trials()).containsExactly(first);
    }

    @Test
    void whatWasMovedAsideGoesOnlyWhenItsSuccessorIsSound() throws IOException {
        StoredTrial first = run(KEY);
        Path aside = store.path().resolve(".old-" + KEY.id() + "~0123456789abcdef");
        PathUtils.copyDirectory(first.folder(), aside);
        Files.delete(first.folder().resolve("scores.json"));

        assertThat(ResultStore.open(store.path()).trials()).containsExactly(first);
        assertThat(aside).doesNotExist();
        assertThat(store.path().resolve(".damaged")).isNotEmptyDirectory();
    }

    @Test
    void whatWasMovedAsideStaysWhereANewerVersionWroteItsSuccessor() throws IOException {
        StoredTrial first = run(KEY);
        Path aside = store.path().resolve(".old-" + KEY.id() + "~0123456789abcdef");
        Files.move(first.folder(), aside);
        Path newer = Files.createDirectory(store.path().resolve(KEY.id()));
        Files.writeString(newer.resolve("trial.json"), "{\"format\": 3}");

        ResultStore.open(store.path());

        assertThat(aside).isNotEmptyDirectory();
        assertThat(newer.resolve("trial.json")).hasContent("{\"format\": 3}");
    }

    @Test
    void refusesASecondRunOfATrialThatIsBeingWritten() {
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            assertThatThrownBy(() -> store.begin(KEY, ResultSamples.provenance()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(KEY.id())
                    .hasMessageContaining("by another run. Wait for it, or choose another folder with --out DIR.");
        }
        run(KEY);
        assertThat(store.trials()).hasSize(1);
    }

    @Test
    void readsTrialsOfBeforeThereWerePlugins() throws IOException {
        Path file = run(KEY).folder().resolve("trial.json");
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(file.toFile());
        ((ObjectNode) tree.get("provenance")).remove("plugins");
        Json.MAPPER.writeValue(file.toFile(), tree);

        assertThat(store.trials().get(0).info().provenance().plugins()).isEmpty();
    }

    @Test
    void whoMountedAnAttackIsKeptAndMissingOfTrialsOfBefore() throws IOException {
        AttackerRole role = new AttackerRole("decoder", "a curious server", "the smashed data that leave the clients");
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.attacker(role);
            writer.complete(1, 1);
        }
        StoredTrial trial = store.trials().get(0);
        assertThat(trial.info().attacker("decoder")).contains(role);
        assertThat(trial.info().attacker("unsplit")).isEmpty();

        Path file = trial.folder().resolve("trial.json");
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(file.toFile());
        tree.remove("attackers");
        Json.MAPPER.writeValue(file.toFile(), tree);
        assertThat(store.trials().get(0).info().attackers()).isEmpty();
    }

    @Test
    void aMetricOfAPluginIsReadWithoutIt() throws IOException {
        Metric worst = new Metric(
                "worst-pixel",
                "none",
                "[0, 1]",
                Metric.Meaning.LESS_IS_LEAK,
                "Worst",
                FigureFormat.TWO,
                "largest error");
        Score ours = ResultSamples.scores().get(0);
        Score score = new Score(ours.subject(), ours.targets(), worst, .5, ours.interval());
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.scores(List.of(ours, score));
            writer.complete(1, 1);
        }

        StoredTrial read = store.trials().get(0);
        assertThat(read.scores()).containsExactly(ours, score);
        assertThat(Json.MAPPER.readTree(read.folder().resolve("scores.json").toFile()))
                .satisfiesExactly(
                        stored -> assertThat(stored.get("metric").textValue()).isEqualTo("ssim"),
                        stored -> assertThat(stored.at("/metric/meaning").textValue())
                                .isEqualTo("less-is-leak"));
    }

    @Test
    void readsScoresOfBeforeMetricsWerePluginsAndNamesThoseItDoesNotKnow() throws IOException {
        Path file = run(KEY).folder().resolve("scores.json");
        String before = """
                [{"contestant": "decoder", "targets": "victim-test", "metric": "NAME", "value": 0.5, "interval": null}]
                """;
        for (Metric metric : Metric.ours()) {
            Files.writeString(file, before.replace("NAME", metric.label()));
            assertThat(store.trials().get(0).scores())
                    .singleElement()
                    .extracting(Score::metric)
                    .isEqualTo(metric);
        }

        Files.writeString(file, before.replace("NAME", "ssin"));
        assertThatThrownBy(() -> store.find(KEY.id()))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("Could not read " + file)
                .hasMessageContaining("ssin")
                .hasMessageContaining("there is no metric of that name; there are [accuracy, loss, mse,");
    }

    @Test
    void refusesTrialsOfANewerVersion() throws IOException {
        Path file = run(KEY).folder().resolve("trial.json");
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(file.toFile());
        tree.put("format", ResultStore.FORMAT + 1).put("a-key-of-the-future", true);
        Json.MAPPER.writeValue(file.toFile(), tree);

        assertThat(store.trials()).isEmpty();
        assertThat(store.read().unreadable())
                .isEqualTo(store.unreadable())
                .singleElement()
                .satisfies(trial -> {
                    assertThat(trial.folder()).isEqualTo(file.getParent());
                    assertThat(trial.reason())
                            .contains(file.toString())
                            .contains("has format 3, written by a newer Peekbench")
                            .contains("reads format 2 and older. Update Peekbench, or write new results to another");
                });
    }

    @Test
    void namesTheFileThatIsDamaged() throws IOException {
        Path file = run(KEY).folder().resolve("scores.json");
        Files.writeString(file, "[{\"contestant\": \"decoder\",\n \"targets\": ");

        StoredTrial other = run(ResultSamples.key("NoPeek", true, 1));
        assertThat(store.trials()).as("stops nothing").containsExactly(other);
        assertThat(store.read().unreadable())
                .singleElement()
                .satisfies(trial -> assertThat(trial.reason())
                        .contains("Could not read " + file)
                        .contains("(line 2)")
                        .contains("Delete the trial's folder and run the trial again."));
    }

    @Test
    void saysWhatToDoAboutAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> ResultStore.open(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The output folder " + file)
                .hasMessageContaining("Choose another folder with --out DIR");
        assertThatThrownBy(() -> ResultStore.open(file.resolve("below")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The output folder " + file.resolve("below"))
                .hasMessageContaining("Choose another folder with --out DIR");
        assertThatThrownBy(() -> ResultStore.openExisting(folder.resolve("nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("There is no result folder at");
    }

    @Test
    void refusesIdsThatCannotNameAFolder() {
        assertThatThrownBy(() -> new TrialKey("../escape", "g", "p", "c", "a", false, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(../escape)")
                .hasMessageContaining("names a folder");
    }

    @Test
    void readsNumPyFilesItWroteAndNamesThoseThatAreDamaged() throws IOException {
        Path file = folder.resolve("array.npy");
        INDArray array = ResultSamples.reconstructions().originals();
        Npy.write(file, array);
        assertSame(Npy.read(file), array);
        byte[] bytes = Files.readAllBytes(file);
        // From numpy.save of numpy 1.24: the data start at a multiple of 64.
        assertThat(new String(bytes, 10, 118, java.nio.charset.StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 1, 3, 2), }")
                .endsWith(" \n");
        assertThat(bytes).hasSize(128 + 24 * Float.BYTES);

        Path scores = folder.resolve("scores.npy");
        Npy.write(scores, new double[] {.25, Double.NaN, 1e-300});
        assertThat(Npy.readVector(scores)).containsExactly(.25, Double.NaN, 1e-300);
        assertThat(Files.readString(scores, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }")
                .hasSize(128 + 3 * Double.BYTES);
        assertThatThrownBy(() -> Npy.write(scores, new double[1]))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);

        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("Could not read " + file + ": the file is truncated");
        Files.writeString(file, "no array at all");
        assertThatThrownBy(() -> Npy.read(file)).hasMessageContaining("it is no NumPy array of format 1.0");
    }

    /** In shape and every bit: arrays call themselves equal within 1e-5. */
    private static void assertSame(INDArray read, INDArray written) {
        assertThat(read.shape()).isEqualTo(written.shape());
        assertThat(read.dup('c').data().asBytes())
                .isEqualTo(written.dup('c').data().asBytes());
    }

    private StoredTrial run(TrialKey key) {
        try (TrialWriter writer = store.begin(key, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.epoch(ResultSamples.epoch(2));
            writer.reconstructions(ResultSamples.reconstructions());
            writer.scores(ResultSamples.scores());
            return writer.complete(12.5, 20);
        }
    }

    private List<Path> temporaries() throws IOException {
        try (Stream<Path> entries = Files.list(store.path())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(".tmp-"))
                    .toList();
        }
    }
}
