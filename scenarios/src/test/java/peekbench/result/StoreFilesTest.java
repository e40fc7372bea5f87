package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.problem.ConfigurationException;
import peekbench.threat.observation.TargetSet;

/** The files of a result folder: what marks it, what is in it, and what older ones lack. */
class StoreFilesTest {
    private static final TrialKey KEY = ResultSamples.key("no defense", false, 1);
    private static final Path FORMAT_1 = Path.of("src/test/resources/peekbench/result/format-1");

    @TempDir
    Path folder;

    private static StoredTrial write(Path into, double seconds) {
        try (TrialWriter writer = ResultStore.open(into).begin(KEY, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.epoch(ResultSamples.epoch(2));
            writer.reconstructions(ResultSamples.reconstructions());
            writer.scores(ResultSamples.scores());
            return writer.complete(seconds, 2 * seconds);
        }
    }

    private static Map<String, String> hashes(Path trial) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(trial)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    hashes.put(trial.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return hashes;
    }

    @Test
    void onlyTimesDifferBetweenTwoRunsOfATrial() throws IOException {
        StoredTrial first = write(folder.resolve("a"), 1);
        StoredTrial second = write(folder.resolve("b"), 2);

        Map<String, String> one = hashes(first.folder());
        Map<String, String> two = hashes(second.folder());
        assertThat(one.remove("times.json")).isNotEqualTo(two.remove("times.json"));
        one.remove("SHA256SUMS");
        two.remove("SHA256SUMS");
        assertThat(one).isEqualTo(two).containsKeys("trial.json", "metrics.jsonl", "scores.json");
        assertThat(second.info().totalSeconds()).isEqualTo(4);
        assertThat(second.info().provenance().threads()).isEqualTo(2);
        assertThat(second.epochs()).extracting(EpochMetrics::seconds).containsExactly(2.5, 2.5);
    }

    @Test
    void theHashesAreThoseOfAllOtherFilesAsSha256sumWritesThem() throws IOException {
        Path trial = write(folder, 1).folder();

        Map<String, String> hashes = hashes(trial);
        hashes.remove("SHA256SUMS");
        assertThat(trial.resolve("SHA256SUMS"))
                .content()
                .isEqualTo(hashes.entrySet().stream()
                        .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void format1IsStillRead() throws IOException {
        PathUtils.copyDirectory(FORMAT_1, folder);

        StoredTrial trial = ResultStore.open(folder).find(KEY.id()).orElseThrow();

        assertThat(trial.info().format()).isEqualTo(1);
        assertThat(trial.info().provenance()).isEqualTo(ResultSamples.provenance());
        assertThat(trial.info().totalSeconds()).isEqualTo(20);
        assertThat(trial.epochs()).containsExactly(ResultSamples.epoch(1), ResultSamples.epoch(2));
        assertThat(trial.scores()).isEqualTo(ResultSamples.scores());
        assertThat(trial.reconstructions(TargetSet.VICTIM_TEST)).hasSize(1);
        assertThat(folder.resolve("peekbench-results.json")).content().contains("\"results\"", "2");
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndNothingInItChanges() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "my own");

        assertThatThrownBy(() -> ResultStore.open(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The folder " + folder + " holds files but no results of Peekbench")
                .hasMessageContaining("nothing in it is written over. Choose an empty or new folder with --out DIR.");
        assertThat(summary).hasContent("my own");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).containsExactly(summary);
        }
    }

    @Test
    void foldersOfANewerVersionAreRefused() throws IOException {
        Files.writeString(folder.resolve("peekbench-results.json"), "{\"peekbench\": \"results\", \"format\": 3}");

        assertThatThrownBy(() -> ResultStore.open(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has format 3, written by a newer Peekbench; this one writes format 2.");
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertThatThrownBy(() -> ResultStore.open(Path.of("")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The result folder's name is empty. Name a folder with --out DIR");
    }

    @Test
    void strayFoldersStopNothingAndHalfDeletedOnesAreNamed() throws IOException {
        StoredTrial half = write(folder, 1);
        Files.delete(half.folder().resolve("trial.json"));
        Files.createDirectories(folder.resolve(".old-weird"));
        Files.createDirectories(folder.resolve(".old-~"));
        Files.createDirectories(folder.resolve("notes"));

        StoredTrials read = ResultStore.open(folder).read();
        assertThat(read.trials()).isEmpty();
        assertThat(read.unreadable())
                .singleElement()
                .satisfies(trial -> assertThat(trial.reason())
                        .contains(half.folder().resolve("trial.json") + " is missing: the folder was half deleted."));
        assertThat(write(folder, 1).completed()).isTrue();
        assertThat(ResultStore.open(folder).read().unreadable()).isEmpty();
    }
}
