package peekbench.run;

import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.data.catalogue.FetchProgress;
import peekbench.event.Event;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;

/**
 * Hears how a run goes: data that arrive, then the plan, then trials as they start, train, are attacked and end, several at
 * once and each on its own thread. What it does not ask for, it does not hear.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface RunListener extends FetchProgress {
    @Override
    default void received(String file, long bytes, long total) {}

    /**
     * The scenario fits its data, and trials begin. Of a suite, each scenario is told before the first trial begins.
     *
     * @param plan all trials of the scenario, and what was left out
     * @param complete how many of them are in the folder already and are not run again
     * @param folder where results go
     */
    default void planned(Plan plan, int complete, Path folder) {}

    /** A trial begins; again, when its process vanished before its end. */
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
     * @param share of the trial that is done, in [0, 1]
     * @param detail how far it is, for a person
     */
    default void phase(TrialPlan plan, String what, double share, String detail) {}

    /**
     * A trial ended.
     *
     * @param failure in a line, when it did not end well
     */
    default void finished(TrialPlan plan, Optional<String> failure) {}

    /** Everything that happens but the arrival of data, as other programs hear it; after the method that tells the same. */
    default void event(Event event) {}

    /** The program ends before the run does; what was written of running trials has been removed, complete ones are kept. */
    default void interrupted() {}

    /** All trials have ended, and the scenario's report is written. */
    default void done(RunResult result) {}

    /** Hears nothing. */
    static RunListener silent() {
        return new RunListener() {};
    }
}
