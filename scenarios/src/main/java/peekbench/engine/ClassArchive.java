package peekbench.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of trial processes as the Java machine keeps them in memory (class data sharing), in the cache folder: the first
 * process that does its trial leaves them there, and others start in half the time. The Java machine passes over an archive of
 * other classes than those it finds.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final String NAME = "trial-classes-";
    private static final String ENDING = ".jsa";
    private static final String OF_RUN = ".tmp-";
    private static final Pattern UNFINISHED =
            Pattern.compile(Pattern.quote(NAME) + ".*" + Pattern.quote(ENDING + OF_RUN) + "([0-9]{1,18})");

    private final Path file;
    private final Path unfinished;
    private boolean asked;

    private ClassArchive(Path file) {
        this.file = file;
        this.unfinished = file.resolveSibling(
                file.getFileName() + OF_RUN + ProcessHandle.current().pid());
    }

    /**
     * That of a class path; none where there is no cache folder, or where classes are not in jars, of which the Java machine
     * makes no archive.
     *
     * @param cache the cache folder
     */
    static Optional<ClassArchive> of(Optional<Path> cache, String classPath) {
        List<Path> jars = Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        if (cache.filter(Files::isWritable).isEmpty() || !jars.stream().allMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        try {
            CRC32 contents = new CRC32();
            for (Path jar : jars) {
                String stamp = jar.toAbsolutePath() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
                contents.update(stamp.getBytes(StandardCharsets.UTF_8));
            }
            contents.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            String name = NAME + Long.toHexString(contents.getValue()) + ENDING;
            removeAbandoned(cache.get());
            return Optional.of(new ClassArchive(cache.get().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options by which the next process uses the archive or, once, makes it; none while another makes it. */
    synchronized List<String> options() {
        if (Files.isRegularFile(file)) {
            return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        if (asked) {
            return List.of();
        }
        asked = true;
        return List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Takes what a process left that ended well; archives of other class paths go. */
    synchronized void ended(int code) {
        if (!Files.exists(unfinished)) {
            return;
        }
        try (Stream<Path> others = Files.list(file.getParent())) {
            if (code != 0) {
                Files.delete(unfinished);
                return;
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            for (Path other : others.filter(this::isOlder).toList()) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            LOG.info("the archive of classes stays out of use: {}", e.getMessage());
        }
    }

    /** What processes were making whose runs died. */
    private static void removeAbandoned(Path cache) {
        try (Stream<Path> all = Files.list(cache)) {
            for (Path abandoned : all.filter(ClassArchive::isAbandoned).toList()) {
                Files.deleteIfExists(abandoned);
            }
        } catch (IOException e) {
            LOG.info("archives of classes that were never finished stay: {}", e.getMessage());
        }
    }

    private static boolean isAbandoned(Path path) {
        Matcher parts = UNFINISHED.matcher(path.getFileName().toString());
        return parts.matches()
                && ProcessHandle.of(Long.parseLong(parts.group(1))).isEmpty();
    }

    private boolean isOlder(Path other) {
        String name = other.getFileName().toString();
        return name.startsWith(NAME) && name.endsWith(ENDING) && !other.equals(file);
    }
}
