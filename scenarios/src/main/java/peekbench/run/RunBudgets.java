package peekbench.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import peekbench.engine.QueuedTrial;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.event.TrialEventText;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.Estimates;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.VictimNote;
import peekbench.result.file.DiskUse;

/** The budgets of a run: what of them each trial takes, and whether the next may begin. For several threads. */
final class RunBudgets {
    private final Map<String, Limited> limited = new HashMap<>();
    private final Estimates estimates;

    /** A trial and the gate of its batch. */
    private record Limited(QueuedTrial trial, BudgetGate gate) {}

    /**
     * Budgets of trials that have not begun.
     *
     * @param complete trials whose victims are there
     * @param estimates of trials, which learn from those that finish
     * @param data of scenarios
     * @param events hears when a budget is spent
     */
    RunBudgets(
            List<Batch<QueuedTrial>> batches,
            List<TrialPlan> complete,
            Estimates estimates,
            LoadedData data,
            Consumer<? super RunEvent> events) {
        this.estimates = estimates;
        for (Batch<QueuedTrial> batch : batches) {
            if (!batch.budget().isUnlimited()) {
                long taken = batch.budget().bytes().isEmpty()
                        ? 0
                        : batch.trials().stream()
                                .map(trial -> trial.store().path())
                                .distinct()
                                .mapToLong(DiskUse::of)
                                .sum();
                SharedVictims victims = new SharedVictims(complete);
                BudgetGate gate = new BudgetGate(
                        batch.budget(),
                        trial -> victims.of(
                                trial.plan(),
                                estimates.of(trial.plan(), data.of(trial.plan().scenario()))),
                        taken,
                        System::nanoTime,
                        events);
                batch.trials().forEach(trial -> limited.put(trial.name(), new Limited(trial, gate)));
            }
        }
    }

    /** Whether a trial may begin. */
    boolean admits(String trial) {
        Limited one = limited.get(trial);
        return one == null || one.gate().admits(one.trial());
    }

    /** Learns what a trial took that ended. */
    void heard(TrialEvent event) {
        Limited one = limited.get(event.trial());
        if (one == null || !TrialEventText.last(event)) {
            return;
        }
        ResultStore store = one.trial().store();
        String id = one.trial().plan().id();
        Optional<StoredTrial> stored = event instanceof TrialEvent.Done ? store.find(id) : Optional.empty();
        stored.ifPresent(estimates::learn);
        one.gate().ended(event.trial(), stored.map(RunBudgets::bytes).orElse(0L));
    }

    /** Of the trial, and of its victim where it was trained for it. */
    private static long bytes(StoredTrial trial) {
        long victim = VictimNote.in(trial.folder())
                .filter(note -> !note.reused())
                .map(VictimNote::bytes)
                .orElse(0L);
        return DiskUse.of(trial.folder()) + victim;
    }
}
