package peekbench.run;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.result.StoredTrial;

/**
 * What a run left behind.
 *
 * @param folder where results are
 * @param trials those that were there and those that were run, in the order of the plan, failed ones included
 * @param files of the report, the one to open first at the front
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunResult(Path folder, List<StoredTrial> trials, List<Path> files) {
    public RunResult {
        trials = List.copyOf(trials);
        files = List.copyOf(files);
    }

    /** Whether every trial completed. */
    public boolean completed() {
        return trials.stream().allMatch(StoredTrial::completed);
    }
}
