package peekbench.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.result.file.ResultStoreException;

/** What a trial process printed besides events. */
final class ProcessLog {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessLog.class);
    private static final int TAIL_LINES = 40;

    private final Path file;

    /** @param file in a folder that is made if need be */
    ProcessLog(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file);
        } catch (IOException e) {
            throw ResultStoreException.writing(file, e);
        }
    }

    Path file() {
        return file;
    }

    /** Adds a line, unless the disk refuses: the trial does not depend on it. */
    void add(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.info("{} lacks ({}): {}", file, line, e.toString());
        }
    }

    /** Forgets what is in it; its process writes on at the end of it. */
    void clear() {
        try {
            Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            LOG.info("{} keeps what an earlier trial printed: {}", file, e.toString());
        }
    }

    /** Its last lines. */
    String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Gives it the name by which a person finds it, where the disk lets it; one that holds nothing is removed. */
    Optional<Path> keepAs(String name) {
        Path kept = file.resolveSibling(name);
        try {
            if (Files.size(file) == 0) {
                remove();
                return Optional.empty();
            }
            Files.createDirectories(kept.getParent());
            return Optional.of(Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            LOG.info("{} keeps its name: {}", file, e.toString());
            return Optional.of(file);
        }
    }

    /** Removes it, and its folder when nothing else is in it. */
    void remove() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            // Others' logs are there, or the system still holds this one; it does no harm.
            return;
        }
    }
}
