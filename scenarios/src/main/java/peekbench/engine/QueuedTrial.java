package peekbench.engine;

import org.apiguardian.api.API;
import peekbench.plan.TrialPlan;
import peekbench.result.ResultStore;
import peekbench.result.TrialKey;
import peekbench.trial.TrialRecords;

/**
 * A trial that a run begins. Trials of one run may go to several result folders.
 *
 * @param name unique in the run, what events call it: the trial's folder as seen from the run's, with {@code /} between names.
 *     It is the trial's id where all go to one result folder
 * @param plan the trial, under the name that it has in its result folder
 * @param store the result folder
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record QueuedTrial(String name, TrialPlan plan, ResultStore store) {
    /** The key under which its result is stored. */
    public TrialKey key() {
        return TrialRecords.key(plan);
    }
}
