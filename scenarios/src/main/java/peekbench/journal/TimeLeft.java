package peekbench.journal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * How long a run goes on: the open share of each trial times the median duration of complete trials of its seed group, else
 * of the run, over the trials that run side by side.
 */
final class TimeLeft {
    private TimeLeft() {}

    /** Empty as long as no trial of the run is complete. */
    static Optional<Duration> of(Collection<TrialState> trials, int workers) {
        double seconds = 0;
        double longest = 0;
        for (TrialState trial : trials) {
            if (!trial.status().ended()) {
                Optional<Double> usual = usual(trials, trial.group()).or(() -> usual(trials, ""));
                if (usual.isEmpty()) {
                    return Optional.empty();
                }
                double open = usual.get() * (1 - trial.share());
                seconds += open;
                longest = Math.max(longest, open);
            }
        }
        return Optional.of(Duration.ofMillis(Math.round(1e3 * Math.max(longest, seconds / workers))));
    }

    /** @param group empty for all groups */
    private static Optional<Double> usual(Collection<TrialState> trials, String group) {
        List<Double> seconds = trials.stream()
                .filter(trial -> group.isEmpty() || trial.group().equals(group))
                .flatMap(trial -> trial.took().stream())
                .map(took -> took.toMillis() / 1e3)
                .toList();
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Median()
                        .evaluate(seconds.stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
    }
}
