package peekbench.run;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.event.RunEvent;
import peekbench.result.StoredTrial;

/**
 * What a run left behind.
 *
 * @param folder where results are
 * @param trials those that were there and those that were run, in the order of the plan, failed ones included
 * @param files of the report, the one to open first at the front
 * @param remaining ids of the plan's trials of which there is nothing, since somebody stopped the run
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunResult(Path folder, List<StoredTrial> trials, List<Path> files, List<String> remaining) {
    public RunResult {
        trials = List.copyOf(trials);
        files = List.copyOf(files);
        remaining = List.copyOf(remaining);
    }

    /** Whether every trial of the plan completed. */
    public boolean completed() {
        return outcome() == RunEvent.Outcome.COMPLETED;
    }

    /** How the run ended. */
    public RunEvent.Outcome outcome() {
        return outcome(List.of(this));
    }

    /** How a run of several scenarios ended. */
    static RunEvent.Outcome outcome(List<RunResult> all) {
        if (all.stream().anyMatch(one -> !one.remaining.isEmpty())) {
            return RunEvent.Outcome.STOPPED;
        }
        return all.stream().flatMap(one -> one.trials.stream()).allMatch(StoredTrial::completed)
                ? RunEvent.Outcome.COMPLETED
                : RunEvent.Outcome.FAILED;
    }
}
