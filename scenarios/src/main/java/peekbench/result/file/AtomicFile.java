package peekbench.result.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a file aside and renames it when complete, so that a reader sees the old content or the new, never half. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

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

    /**
     * Removes what writers of files left that died; for those who know that nobody is writing them at this moment. What cannot
     * be removed stays.
     *
     * @param folder with the files; there may be none
     * @param names of the files that nobody is writing
     */
    public static void removeLeftovers(Path folder, Predicate<String> names) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path leftover : entries.filter(
                            entry -> TemporaryName.target(entry).filter(names).isPresent())
                    .filter(Files::isRegularFile)
                    .toList()) {
                Files.deleteIfExists(leftover);
                LOG.info("removed {}, which a writer left that died", leftover);
            }
        } catch (IOException e) {
            LOG.info("what writers left in {} that died stays: {}", folder, e.toString());
        }
    }
}
