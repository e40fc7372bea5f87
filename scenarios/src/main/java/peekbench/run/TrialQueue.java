package peekbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.plan.TrialPlan;
import peekbench.result.Beginning;
import peekbench.result.ResultStoreException;
import peekbench.result.StoredTrial;
import peekbench.trial.TrialRunner;

/**
 * Runs trials side by side, one a thread: one thread an operation and parallelism across trials use a machine best. Those that
 * another run is writing come last: what it completes is taken.
 */
final class TrialQueue {
    private final TrialRunner runner;
    private final Begin begin;
    private final OpenTrials open;
    private final Consumer<? super TrialEvent> events;

    /** How a trial gets its place in the result folder. */
    interface Begin {
        /** At once, or not at all when another run has it. */
        Beginning now(TrialPlan plan);

        /** When another run is done with it. */
        Beginning waiting(TrialPlan plan) throws InterruptedException;
    }

    /** @param events hears how trials end */
    TrialQueue(TrialRunner runner, Begin begin, OpenTrials open, Consumer<? super TrialEvent> events) {
        this.events = events;
        this.runner = runner;
        this.begin = begin;
        this.open = open;
    }

    /**
     * Runs all trials. One that fails does not stop the others; results that cannot be written do.
     *
     * @return what was stored, completed or failed
     * @throws RuntimeException the first error that kept a result from being stored
     */
    List<StoredTrial> run(List<TrialPlan> plans, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<StoredTrial> stored = new ArrayList<>();
            List<TrialPlan> elsewhere = new ArrayList<>();
            List<Future<Optional<StoredTrial>>> running = submit(executor, plans, begin::now);
            for (int i = 0; i < plans.size(); i++) {
                TrialPlan plan = plans.get(i);
                running.get(i).get().ifPresentOrElse(stored::add, () -> elsewhere.add(plan));
            }
            for (Future<Optional<StoredTrial>> waiting : submit(executor, elsewhere, begin::waiting)) {
                waiting.get().ifPresent(stored::add);
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

    private List<Future<Optional<StoredTrial>>> submit(ExecutorService executor, List<TrialPlan> plans, Place place) {
        return plans.stream()
                .map(plan -> {
                    Callable<Optional<StoredTrial>> work = () -> one(plan, place.of(plan));
                    return executor.submit(work);
                })
                .toList();
    }

    /** Empty when another run has the trial. */
    private Optional<StoredTrial> one(TrialPlan plan, Beginning beginning) {
        if (beginning instanceof Beginning.Complete complete) {
            events.accept(end(plan, complete.trial()));
            return Optional.of(complete.trial());
        }
        if (beginning instanceof Beginning.Writing writing) {
            open.watch(writing.writer());
            try {
                StoredTrial stored = runner.run(plan, writing.writer());
                events.accept(end(plan, stored));
                return Optional.of(stored);
            } catch (ResultStoreException e) {
                events.accept(
                        new TrialEvent.Failed(EventJson.now(), plan.id(), 1, e.toString(), Optional.empty(), false));
                throw e;
            } finally {
                open.forget(writing.writer());
            }
        }
        return Optional.empty();
    }

    private static TrialEvent end(TrialPlan plan, StoredTrial stored) {
        return stored.info()
                .errorSummary()
                .<TrialEvent>map(
                        error -> new TrialEvent.Failed(EventJson.now(), plan.id(), 1, error, Optional.empty(), false))
                .orElseGet(() -> new TrialEvent.Done(
                        EventJson.now(), plan.id(), 1, stored.folder().toString()));
    }

    @FunctionalInterface
    private interface Place {
        Beginning of(TrialPlan plan) throws InterruptedException;
    }
}
