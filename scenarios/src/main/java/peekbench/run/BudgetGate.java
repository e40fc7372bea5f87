package peekbench.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import peekbench.engine.QueuedTrial;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.plan.estimate.EstimateSource;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.scenario.Budget;

/**
 * Lets the trials of a batch begin as long as its budget lasts. A trial begins when the time since the first asked, and what
 * finished trials like it took, are within the budget; one of which nothing like it is finished begins when the low end of
 * its estimate is. The same holds for what the result folders hold, and what running trials will add. Once a trial may not
 * begin, none may. For several threads.
 */
final class BudgetGate {
    private static final double SECOND = 1e9;
    private static final double GIGABYTE = 1e9;

    private final Budget budget;
    private final Estimator estimates;
    private final LongSupplier clock;
    private final Consumer<? super RunEvent> events;
    private final Map<String, Long> reserved = new HashMap<>();
    private OptionalLong start = OptionalLong.empty();
    private long disk;
    private boolean spent;

    /** Says what a trial will take. */
    @FunctionalInterface
    interface Estimator {
        TrialEstimate of(QueuedTrial trial);
    }

    /**
     * @param disk that is taken before anything begins, in bytes
     * @param clock in nanoseconds
     * @param events hears when the budget is spent
     */
    BudgetGate(Budget budget, Estimator estimates, long disk, LongSupplier clock, Consumer<? super RunEvent> events) {
        this.budget = budget;
        this.estimates = estimates;
        this.disk = disk;
        this.clock = clock;
        this.events = events;
    }

    /** Whether a trial may begin; asked in the order of the batch. */
    boolean admits(QueuedTrial trial) {
        Optional<String> reason;
        synchronized (this) {
            if (spent) {
                return false;
            }
            reason = reasonAgainst(trial, estimates.of(trial));
            spent = reason.isPresent();
        }
        reason.ifPresent(
                text -> events.accept(new RunEvent.BudgetSpent(EventJson.now(), budget.text(), trial.name(), text)));
        return reason.isEmpty();
    }

    private Optional<String> reasonAgainst(QueuedTrial trial, TrialEstimate estimate) {
        long now = clock.getAsLong();
        if (start.isEmpty()) {
            start = OptionalLong.of(now);
        }
        double passed = (now - start.getAsLong()) / SECOND;
        double needed = estimate.source() == EstimateSource.COUNTED
                ? estimate.seconds().low()
                : estimate.seconds().expected();
        Optional<Duration> time = budget.duration();
        if (time.isPresent() && passed + needed > time.get().toSeconds()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%.0f s of %s have passed, and the next trial takes about %.0f s",
                    passed,
                    budget.time().orElse(""),
                    needed));
        }
        long open = reserved.values().stream().mapToLong(Long::longValue).sum();
        if (budget.bytes().isPresent()
                && disk + open + estimate.diskBytes() > budget.bytes().getAsLong()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%.3f GB of %s are taken, and the next trial takes about %.3f GB",
                    (disk + open) / GIGABYTE,
                    budget.disk().orElse(""),
                    estimate.diskBytes() / GIGABYTE));
        }
        reserved.put(trial.name(), estimate.diskBytes());
        return Optional.empty();
    }

    /**
     * A trial has ended.
     *
     * @param bytes that it took
     */
    synchronized void ended(String trial, long bytes) {
        reserved.remove(trial);
        disk += bytes;
    }
}
