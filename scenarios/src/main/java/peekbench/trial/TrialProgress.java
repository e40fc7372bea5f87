package peekbench.trial;

import org.apiguardian.api.API;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;

/** Hears how trials go; what it does not ask for, it does not hear. Several threads tell it at once. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface TrialProgress {
    /** A trial begins. */
    default void started(TrialPlan plan) {}

    /**
     * A training epoch ended.
     *
     * @param epochs how many there will be
     */
    default void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {}

    /**
     * What goes on after training.
     *
     * @param what the phase, for a person: {@code attack decoder}
     * @param fraction of it that is done, in [0, 1]
     * @param detail how far it is, for a person; empty when it begins
     */
    default void phase(TrialPlan plan, String what, double fraction, String detail) {}
}
