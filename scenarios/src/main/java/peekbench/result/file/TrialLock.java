package peekbench.result.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to write one trial. The system gives it back when a process dies, however it dies. */
public final class TrialLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrialLock.class);

    private final FileChannel channel;
    private final boolean exclusive;

    private TrialLock(FileChannel channel, boolean exclusive) {
        this.channel = channel;
        this.exclusive = exclusive;
    }

    /** The lock, or nothing when somebody else holds it. */
    public static Optional<TrialLock> tryAcquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new TrialLock(channel, true));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is held by this process", file);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be locked ({}): two runs of one trial are not told apart here and leftovers stay",
                    file,
                    e.getMessage());
            return Optional.of(new TrialLock(channel, false));
        }
        channel.close();
        return Optional.empty();
    }

    /** False on file systems without locks, where leftovers may belong to a living run. */
    public boolean exclusive() {
        return exclusive;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
