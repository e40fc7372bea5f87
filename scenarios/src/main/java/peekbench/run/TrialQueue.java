package peekbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.plan.TrialPlan;
import peekbench.result.ResultStoreException;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.trial.TrialRunner;

/** Runs trials side by side, one a thread: one thread an operation and parallelism across trials use a machine best. */
final class TrialQueue {
    private final TrialRunner runner;
    private final Function<TrialPlan, TrialWriter> begin;
    private final OpenTrials open;
    private final Consumer<? super TrialEvent> events;

    /** @param events hears how trials end */
    TrialQueue(
            TrialRunner runner,
            Function<TrialPlan, TrialWriter> begin,
            OpenTrials open,
            Consumer<? super TrialEvent> events) {
        this.events = events;
        this.runner = runner;
        this.begin = begin;
        this.open = open;
    }

    /**
     * Runs all trials. One that fails does not stop the others; results that cannot be written do.
     *
     * @return what was stored, completed or failed, in the order of the plans
     * @throws RuntimeException the first error that kept a result from being stored
     */
    List<StoredTrial> run(List<TrialPlan> plans, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<StoredTrial>> running =
                    plans.stream().map(plan -> executor.submit(() -> one(plan))).toList();
            List<StoredTrial> stored = new ArrayList<>();
            for (Future<StoredTrial> trial : running) {
                stored.add(trial.get());
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

    private StoredTrial one(TrialPlan plan) {
        TrialWriter writer = open.watch(begin.apply(plan));
        try {
            StoredTrial stored = runner.run(plan, writer);
            events.accept(end(plan, stored));
            return stored;
        } catch (ResultStoreException e) {
            events.accept(new TrialEvent.Failed(EventJson.now(), plan.id(), 1, e.toString(), Optional.empty(), false));
            throw e;
        } finally {
            open.forget(writer);
        }
    }

    private static TrialEvent end(TrialPlan plan, StoredTrial stored) {
        return stored.info()
                .errorSummary()
                .<TrialEvent>map(
                        error -> new TrialEvent.Failed(EventJson.now(), plan.id(), 1, error, Optional.empty(), false))
                .orElseGet(() -> new TrialEvent.Done(
                        EventJson.now(), plan.id(), 1, stored.folder().toString()));
    }
}
