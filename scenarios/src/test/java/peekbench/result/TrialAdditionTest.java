package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.ResultStoreException;

class TrialAdditionTest {
    private static final TrialKey KEY = ResultSamples.key("no defense", false, 1);

    @TempDir
    Path folder;

    private ResultStore store;
    private StoredTrial trial;

    @BeforeEach
    void store() {
        store = ResultStore.open(folder);
        trial = write();
    }

    private StoredTrial write() {
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            return writer.complete(1, 1);
        }
    }

    private Path add() {
        return TrialAddition.add(trial, "own-images", aside -> Files.writeString(aside.resolve("seen.txt"), "seen"));
    }

    private List<StoreProblem> problems() {
        return StoreCheck.of(folder).problems();
    }

    @Test
    void standsBesideTheTrialsFilesWithHashesOfItsOwn() throws IOException {
        byte[] before = Files.readAllBytes(trial.folder().resolve("SHA256SUMS"));

        assertThat(add()).isEqualTo(trial.folder().resolve("own-images"));

        assertThat(trial.folder().resolve("own-images/seen.txt")).hasContent("seen");
        assertThat(trial.folder().resolve("SHA256SUMS")).hasBinaryContent(before);
        assertThat(store.trials()).containsExactly(trial);
        assertThat(problems()).isEmpty();

        Files.writeString(trial.folder().resolve("own-images/seen.txt"), "changed");
        assertThat(problems())
                .singleElement()
                .extracting(StoreProblem::text)
                .isEqualTo("own-images/seen.txt has changed");
    }

    @Test
    void isThereWholeOrNotAtAll() {
        assertThatThrownBy(() -> TrialAddition.add(trial, "own-images", aside -> {
                    Files.writeString(aside.resolve("seen.txt"), "seen");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("Could not write " + trial.folder().resolve("own-images"))
                .hasMessageContaining("No space left on device");

        assertThat(trial.folder().resolve("own-images")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**/.tmp-*");
        assertThat(problems()).isEmpty();
        assertThat(add()).exists();
    }

    @Test
    void nothingIsWrittenOver() {
        add();

        assertThatThrownBy(this::add)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has (own-images) already, and nothing in it is written over");
    }

    @Test
    void isReplacedByOneThatIsWhole() throws IOException {
        add();
        assertThatThrownBy(() -> TrialAddition.replace(trial, "own-images", aside -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ResultStoreException.class);
        assertThat(trial.folder().resolve("own-images/seen.txt")).hasContent("seen");

        TrialAddition.replace(trial, "own-images", aside -> Files.writeString(aside.resolve("new.txt"), "new"));

        assertThat(trial.folder().resolve("own-images")).isDirectoryNotContaining("glob:**/seen.txt");
        assertThat(trial.folder().resolve("own-images/new.txt")).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**/.tmp-*");
        assertThat(problems()).isEmpty();
    }

    @Test
    void waitsForNobodyWhoReplacesTheTrial() {
        try (TrialWriter writer = store.begin(KEY, ResultSamples.provenance())) {
            assertThatThrownBy(this::add)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("is being written by another program at this moment");
            assertThat(writer.fail(new IllegalStateException("gone")).completed())
                    .isFalse();
        }
        assertThatThrownBy(() -> TrialAddition.add(store.findFailed(KEY.id()).orElseThrow(), "own-images", aside -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not complete, and nothing is added to it");
    }
}
