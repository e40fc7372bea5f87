package peekbench.result.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks on files, which the system keeps for a whole process and gives back when it dies, however it dies. The system also
 * forgets them as soon as the process closes any channel to the file, so a file that this process has locked is never opened
 * here a second time.
 */
final class ProcessLocks {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessLocks.class);

    /** State of the process, as the system's locks are: objects that know nothing of each other must see the same. */
    private static final Set<Path> HELD = new HashSet<>();

    private ProcessLocks() {}

    /**
     * A lock of this process.
     *
     * @param exclusive false on file systems without locks, where others may believe that they hold it too
     */
    record Held(Path name, FileChannel channel, boolean exclusive) implements Closeable {
        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                forget(name);
            }
        }
    }

    /** The lock, unless this process or another holds it. */
    static Optional<Held> tryAcquire(Path file) throws IOException {
        Path name = name(file);
        synchronized (HELD) {
            if (HELD.contains(name)) {
                return Optional.empty();
            }
            FileChannel channel = open(file);
            boolean exclusive = false;
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
                exclusive = true;
            } catch (IOException e) {
                warn(file, e);
            }
            HELD.add(name);
            return Optional.of(new Held(name, channel, exclusive));
        }
    }

    /** The lock, as soon as no other process holds it; empty when this one does. */
    static Optional<Held> acquire(Path file) throws IOException {
        Path name = name(file);
        synchronized (HELD) {
            if (!HELD.add(name)) {
                return Optional.empty();
            }
        }
        FileChannel channel;
        try {
            channel = open(file);
        } catch (IOException e) {
            forget(name);
            throw e;
        }
        boolean exclusive = false;
        try {
            exclusive = channel.lock().isValid();
        } catch (IOException e) {
            warn(file, e);
        }
        return Optional.of(new Held(name, channel, exclusive));
    }

    /** Whether anybody holds it, without making the file; empty where that cannot be said. */
    static Optional<Boolean> held(Path file) {
        try {
            Path name = name(file);
            synchronized (HELD) {
                if (HELD.contains(name)) {
                    return Optional.of(true);
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
                    return Optional.of(lock == null);
                }
            }
        } catch (NoSuchFileException e) {
            return Optional.of(false);
        } catch (IOException e) {
            LOG.debug("whether {} is locked cannot be said", file, e);
            return Optional.empty();
        }
    }

    private static void forget(Path name) {
        synchronized (HELD) {
            HELD.remove(name);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** One name a file, whatever way it is reached by. */
    private static Path name(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a lock is in a folder");
        return folder.toRealPath().resolve(file.getFileName());
    }

    private static void warn(Path file, IOException cause) {
        LOG.warn(
                "{} cannot be locked ({}): two that write the same are not told apart here and leftovers stay",
                file,
                cause.getMessage());
    }
}
