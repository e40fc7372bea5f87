package peekbench.trial;

import java.util.Optional;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;

/** Hears how trials go. Several threads tell it at once. */
public interface TrialProgress {
    /** A trial begins. */
    void started(TrialPlan plan);

    /**
     * A training epoch ended.
     *
     * @param epochs how many there will be
     */
    void epoch(TrialPlan plan, EpochMetrics metrics, int epochs);

    /**
     * What goes on after training.
     *
     * @param what the phase, for a person: {@code attack decoder}
     * @param fraction of it that is done, in [0, 1]
     * @param detail what is being done
     */
    void phase(TrialPlan plan, String what, double fraction, String detail);

    /**
     * A trial ended.
     *
     * @param failure why it did not end well
     */
    void finished(TrialPlan plan, Optional<Throwable> failure);

    /** Hears and says nothing. */
    static TrialProgress silent() {
        return new TrialProgress() {
            @Override
            public void started(TrialPlan plan) {}

            @Override
            public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {}

            @Override
            public void phase(TrialPlan plan, String what, double fraction, String detail) {}

            @Override
            public void finished(TrialPlan plan, Optional<Throwable> failure) {}
        };
    }
}
