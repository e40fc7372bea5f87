package peekbench.run;

import java.nio.file.Path;
import org.apiguardian.api.API;
import peekbench.data.catalogue.FetchProgress;
import peekbench.plan.Plan;
import peekbench.trial.TrialProgress;

/**
 * Hears how a run goes: data that arrive, then the plan, then trials as they start, train, are attacked and end, several at
 * once and each on its own thread. What it does not ask for, it does not hear.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface RunListener extends FetchProgress, TrialProgress {
    @Override
    default void received(String file, long bytes, long total) {}

    /**
     * The scenario fits its data, and trials begin.
     *
     * @param plan all trials of the run, and what was left out
     * @param complete how many of them are in the folder already and are not run again
     * @param folder where results go
     */
    default void planned(Plan plan, int complete, Path folder) {}

    /** The program ends before the run does; what was written of running trials has been removed, complete ones are kept. */
    default void interrupted() {}

    /** All trials have ended, and the report is written. */
    default void done(RunResult result) {}

    /** Hears nothing. */
    static RunListener silent() {
        return new RunListener() {};
    }
}
