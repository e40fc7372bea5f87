package peekbench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import peekbench.result.StoredTrial;

/** Runs trials side by side, one a thread: one thread an operation and parallelism across trials use a machine best. */
final class SideBySide {
    private SideBySide() {}

    /** Runs one trial; empty when it did not begin or was stopped. */
    @FunctionalInterface
    interface One {
        Optional<StoredTrial> run(QueuedTrial trial) throws Exception;
    }

    /**
     * Runs all trials.
     *
     * @return what was stored, in the order of the trials
     * @throws RuntimeException the first error that kept a result from being stored
     */
    static List<StoredTrial> run(List<QueuedTrial> trials, EngineJob job, One one) {
        ExecutorService executor = Executors.newFixedThreadPool(job.workers());
        try {
            List<Future<Optional<StoredTrial>>> running = trials.stream()
                    .map(trial -> {
                        Callable<Optional<StoredTrial>> work =
                                () -> job.control().mayBegin(trial.name()) ? one.run(trial) : Optional.empty();
                        return executor.submit(work);
                    })
                    .toList();
            List<StoredTrial> stored = new ArrayList<>();
            for (Future<Optional<StoredTrial>> ended : running) {
                ended.get().ifPresent(stored::add);
            }
            return stored;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while trials were running", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
