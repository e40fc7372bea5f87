package peekbench.result.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The right to make a thing of a result folder that several processes want. The system gives it back when a process dies,
 * however it dies. Where there are no locks, or this process has it already, both make the thing: it costs time and changes
 * nothing, since what is made depends on its name only.
 */
public final class WorkLock implements AutoCloseable {
    private static final String FOLDER = ".locks";

    private final ProcessLocks.Held held;

    private WorkLock(ProcessLocks.Held held) {
        this.held = held;
    }

    /** Makes the thing. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Makes it.
         *
         * @param alone whether certainly nobody else makes it at this moment
         */
        T make(boolean alone) throws IOException;
    }

    /**
     * The lock, or nothing when somebody else holds it, in this process or another.
     *
     * @param results the result folder
     * @param name of the thing
     */
    public static Optional<WorkLock> tryAcquire(Path results, String name) throws IOException {
        return ProcessLocks.tryAcquire(file(results, name)).map(WorkLock::new);
    }

    /** Does work when whoever holds the lock is done or dead, and holds it meanwhile. */
    public static <T> T holding(Path results, String name, Work<T> work) throws IOException {
        Optional<ProcessLocks.Held> held = ProcessLocks.acquire(file(results, name));
        try {
            return work.make(held.map(ProcessLocks.Held::exclusive).orElse(false));
        } finally {
            if (held.isPresent()) {
                held.get().close();
            }
        }
    }

    /** Whether somebody holds the lock, which takes no right to write; empty where that cannot be said. */
    public static Optional<Boolean> isHeld(Path results, String name) {
        return ProcessLocks.held(results.resolve(FOLDER).resolve(name));
    }

    private static Path file(Path results, String name) throws IOException {
        return Files.createDirectories(results.resolve(FOLDER)).resolve(name);
    }

    /** Whether certainly nobody else makes the thing at this moment. */
    public boolean alone() {
        return held.exclusive();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
