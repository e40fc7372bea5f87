package peekbench.result.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a file aside and renames it when complete, so that a reader sees the old content or the new, never half. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Fills the file at the path it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Writes or replaces {@code target}.
     *
     * @throws ResultStoreException when the disk refuses; {@code target} is then as it was
     */
    public static Path write(Path target, Content content) {
        try {
            Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file is in a folder");
            Files.createDirectories(folder);
            Path aside = folder.resolve(TemporaryName.of(target.getFileName().toString()));
            try {
                content.writeTo(aside);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
            return target;
        } catch (IOException e) {
            throw ResultStoreException.writing(target, e);
        }
    }
}
