package peekbench.journal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * How long a run goes on: the open share of each trial times the median duration of complete trials of its seed group, else
 * of the run, else of running trials by their own pace, over the trials that run side by side.
 */
final class TimeLeft {
    private final Collection<TrialState> trials;
    private final Map<String, Optional<Double>> ofGroups = new HashMap<>();
    private final Optional<Double> ofRun;

    private TimeLeft(Collection<TrialState> trials) {
        this.trials = trials;
        this.ofRun = median(trials.stream(), TrialState::took);
    }

    /** Of a run; empty as long as no trial of it is complete and none has told a tenth of itself. */
    static Optional<Duration> of(Collection<TrialState> trials, int workers) {
        TimeLeft left = new TimeLeft(trials);
        double seconds = 0;
        double longest = 0;
        for (TrialState trial : trials) {
            if (!trial.status().ended()) {
                Optional<Double> open = left.seconds(trial);
                if (open.isEmpty()) {
                    return Optional.empty();
                }
                seconds += open.get();
                longest = Math.max(longest, open.get());
            }
        }
        return Optional.of(duration(Math.max(longest, seconds / Math.max(1, workers))));
    }

    /** Of one trial. */
    static Optional<Duration> of(TrialState trial, Collection<TrialState> trials) {
        return new TimeLeft(trials).seconds(trial).map(TimeLeft::duration);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(1e3 * seconds));
    }

    private Optional<Double> seconds(TrialState trial) {
        return ofGroups.computeIfAbsent(
                        trial.group(),
                        group -> median(
                                trials.stream().filter(other -> other.group().equals(group)), TrialState::took))
                .or(() -> ofRun)
                .or(() -> median(Stream.of(trial), TrialState::pace))
                .or(() -> median(trials.stream(), TrialState::pace))
                .map(usual -> usual * (1 - trial.share()));
    }

    private static Optional<Double> median(
            Stream<TrialState> trials, Function<TrialState, Optional<Duration>> duration) {
        List<Double> seconds = trials.flatMap(trial -> duration.apply(trial).stream())
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
