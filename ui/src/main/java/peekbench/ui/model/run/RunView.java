package peekbench.ui.model.run;

import java.util.List;
import java.util.Optional;
import peekbench.ui.service.run.RunNews;
import peekbench.ui.service.run.RunRequest;

/**
 * A run with its trials.
 *
 * @param row its line
 * @param trials theirs, in the order of the plan
 * @param news what is known of it; empty as long as it waits or starts
 * @param request what began it or will; empty for a run of somebody else's
 */
public record RunView(RunRow row, List<RunRow> trials, Optional<RunNews> news, Optional<RunRequest> request) {
    public RunView {
        trials = List.copyOf(trials);
    }

    /** Names it. */
    public RowKey key() {
        return row.key();
    }

    /** How it is. */
    public RunState state() {
        return row.state();
    }

    /** How many of its trials are so. */
    public long count(RunState wanted) {
        return trials.stream().filter(trial -> trial.state() == wanted).count();
    }

    /** Trials with results, those of earlier runs included. */
    public long complete() {
        return trials.stream().filter(trial -> trial.state().complete()).count();
    }

    /** Trials that a further run of the same would run. */
    public long rest() {
        return trials.size() - complete();
    }

    /** What running it again comes to. */
    public String againText() {
        return complete() > 0 && rest() > 0 ? "Run the rest" : "Run again";
    }
}
