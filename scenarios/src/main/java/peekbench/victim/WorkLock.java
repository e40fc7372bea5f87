package peekbench.victim;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to make a thing that several processes want. The system gives it back when a process dies, however it dies.
 * Where there are no locks, or this process has it already, both make the thing: it costs time and changes nothing, since
 * what is made depends on its key only.
 */
final class WorkLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLock.class);

    private final FileChannel channel;

    private WorkLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes a lock on an open file, or finds that it is taken. */
    @FunctionalInterface
    private interface Taking {
        boolean take(FileChannel channel) throws IOException;
    }

    /** The lock, or nothing when another process holds it. */
    static Optional<WorkLock> tryAcquire(Path file) throws IOException {
        return acquire(file, channel -> {
            FileLock lock = channel.tryLock();
            return lock != null;
        });
    }

    /** Does work when whoever holds the lock is done or dead, and holds it meanwhile. */
    static <T> T holding(Path file, Supplier<T> work) throws IOException {
        WorkLock lock = acquire(file, channel -> channel.lock().isValid()).orElseThrow();
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    private static Optional<WorkLock> acquire(Path file, Taking taking) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a lock is in a folder"));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (taking.take(channel)) {
                return Optional.of(new WorkLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is held by this process", file);
            return Optional.of(new WorkLock(channel));
        } catch (IOException e) {
            LOG.warn("{} cannot be locked ({}): what two processes need is made by both", file, e.getMessage());
            return Optional.of(new WorkLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
