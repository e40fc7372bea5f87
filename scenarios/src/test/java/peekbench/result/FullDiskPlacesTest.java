package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.result.file.ResultStoreException;

/** A disk in memory that is full at each place of a trial's writing in turn. */
class FullDiskPlacesTest {
    private static final int BLOCK = 128;
    private static final int BLOCKS = 1024;
    private static final TrialKey EARLIER = ResultSamples.key("no defense", false, 1);
    private static final TrialKey LATER = ResultSamples.key("no defense", false, 2);

    private static FileSystem disk() {
        return Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setMaxSize(BLOCK * BLOCKS)
                .setMaxCacheSize(0)
                .build());
    }

    private static StoredTrial write(ResultStore store, TrialKey key, double value) {
        try (TrialWriter writer = store.begin(key, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.victim(VictimNote.none("none is asked for"));
            writer.scores(ResultSamples.scores());
            return writer.complete(value, value);
        }
    }

    /** Fills the disk but for some blocks. */
    private static Path fill(Path folder, int left) throws IOException {
        Path ballast = folder.resolve(".ballast");
        byte[] block = new byte[BLOCK];
        try (OutputStream stream = Files.newOutputStream(ballast)) {
            while (true) {
                stream.write(block);
            }
        } catch (IOException e) {
            try (SeekableByteChannel file = Files.newByteChannel(ballast, StandardOpenOption.WRITE)) {
                file.truncate(file.size() - (long) left * BLOCK);
            }
        }
        return ballast;
    }

    /** @return whether all could be written */
    private static boolean withBlocksLeft(int left, TrialKey key) throws IOException {
        try (FileSystem disk = disk()) {
            Path folder = disk.getPath("/results");
            ResultStore store = ResultStore.open(folder);
            StoredTrial earlier = write(store, EARLIER, 1);
            Path ballast = fill(folder, left);
            boolean written = true;
            try {
                write(store, key, 2);
            } catch (ResultStoreException e) {
                written = false;
                assertThat(e)
                        .hasMessageContaining("Could not write /results/")
                        .hasMessageContaining("Trials that were complete are untouched.");
            }
            Files.delete(ballast);

            ResultStore again = ResultStore.open(folder);
            if (!written) {
                assertThat(again.trials()).as("with %s blocks left", left).containsExactly(earlier);
                assertThat(StoreCheck.of(folder).problems()).isEmpty();
                write(again, key, 3);
            }
            assertThat(again.trials())
                    .extracting(StoredTrial::key)
                    .isEqualTo(List.of(EARLIER, key).stream().distinct().toList());
            assertThat(again.trials()).allMatch(StoredTrial::completed);
            assertThat(StoreCheck.of(folder).problems()).isEmpty();
            return written;
        }
    }

    private static int blocksNeeded(TrialKey key) throws IOException {
        int left = 0;
        while (!withBlocksLeft(left, key)) {
            left++;
        }
        return left;
    }

    @Test
    void losesNothingAndTheSameAgainCompletes() throws IOException {
        assertThat(blocksNeeded(LATER)).as("places at which the disk was full").isGreaterThan(8);
    }

    @Test
    void aCompleteTrialStaysUntilItsSuccessorIsThere() throws IOException {
        assertThat(blocksNeeded(EARLIER))
                .as("places at which the disk was full")
                .isGreaterThan(8);
    }
}
