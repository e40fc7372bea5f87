package peekbench.result.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The right to write one trial. The system gives it back when a process dies, however it dies. */
public final class TrialLock implements AutoCloseable {
    private final ProcessLocks.Held held;

    private TrialLock(ProcessLocks.Held held) {
        this.held = held;
    }

    /** The lock, or nothing when somebody else holds it, in this process or another. */
    public static Optional<TrialLock> tryAcquire(Path file) throws IOException {
        return ProcessLocks.tryAcquire(file).map(TrialLock::new);
    }

    /** Whether somebody holds it, which takes no right to write; empty where that cannot be said. */
    public static Optional<Boolean> isHeld(Path file) {
        return ProcessLocks.held(file);
    }

    /** False on file systems without locks, where leftovers may belong to a living run. */
    public boolean exclusive() {
        return held.exclusive();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
