package peekbench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
     * Runs all trials. After an error that keeps a result from being stored none begins; those that run go on to their end.
     *
     * @return what was stored, in the order of the trials
     * @throws RuntimeException the first such error
     */
    static List<StoredTrial> run(List<QueuedTrial> trials, EngineJob job, One one) {
        AtomicBoolean broken = new AtomicBoolean();
        ExecutorService executor = Executors.newFixedThreadPool(job.workers());
        try {
            List<Future<Optional<StoredTrial>>> running = trials.stream()
                    .map(trial -> {
                        Callable<Optional<StoredTrial>> work = () -> {
                            if (broken.get() || !job.control().mayBegin(trial.name()) || broken.get()) {
                                return Optional.empty();
                            }
                            try {
                                return one.run(trial);
                            } catch (Exception e) {
                                broken.set(true);
                                throw e;
                            }
                        };
                        return executor.submit(work);
                    })
                    .toList();
            return stored(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while trials were running", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<StoredTrial> stored(List<Future<Optional<StoredTrial>>> running) throws InterruptedException {
        List<StoredTrial> stored = new ArrayList<>();
        List<RuntimeException> errors = new ArrayList<>();
        for (Future<Optional<StoredTrial>> trial : running) {
            try {
                trial.get().ifPresent(stored::add);
            } catch (ExecutionException e) {
                errors.add(
                        e.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(e.getCause()));
            }
        }
        if (!errors.isEmpty()) {
            RuntimeException first = errors.get(0);
            errors.stream().filter(other -> other != first).forEach(first::addSuppressed);
            throw first;
        }
        return stored;
    }
}
