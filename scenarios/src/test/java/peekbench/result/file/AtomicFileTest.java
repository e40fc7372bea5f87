package peekbench.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path[] entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toArray(Path[]::new);
        }
    }

    @Test
    void theOldContentStaysWhenTheNewCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("summary.md"), "old");

        assertThatThrownBy(() -> AtomicFile.write(file, aside -> {
                    Files.writeString(aside, "ne");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("Could not write " + file + ": No space left on device (");

        assertThat(file).hasContent("old");
        assertThat(entries()).containsExactly(file);
    }

    @Test
    void saysThatThisUserMayNotWrite() {
        Path file = folder.resolve("summary.md");

        assertThatThrownBy(() -> AtomicFile.write(file, aside -> {
                    throw new AccessDeniedException(aside.toString());
                }))
                .hasMessageContaining("Could not write " + file + ": permission denied (")
                .hasMessageContaining("allow this user to write there");
    }

    @Test
    void saysWhatTheDiskSaysAlsoWhereAnotherWriterHidesIt() {
        assertThat(ResultStoreException.reason(
                        new IOException("I/O error writing PNG file!", new IOException("No space left on device"))))
                .isEqualTo("No space left on device");
    }

    @Test
    void whatDeadWritersLeftIsRemovedAndNothingElse() throws IOException {
        Path dead = Files.writeString(folder.resolve(TemporaryName.of("summary.md")), "half");
        Path other = Files.writeString(folder.resolve(TemporaryName.of("scenario.yaml")), "half");
        Path trial = Files.createDirectory(folder.resolve(TemporaryName.of("a-seed1~12345678")));
        Path strange = Files.writeString(folder.resolve(".tmp-mine"), "whole");

        AtomicFile.removeLeftovers(folder, name -> !name.endsWith(".yaml"));

        assertThat(dead).doesNotExist();
        assertThat(entries()).containsExactlyInAnyOrder(other, trial, strange);
        AtomicFile.removeLeftovers(folder.resolve("none"), any -> true);
    }
}
