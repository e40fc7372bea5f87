package peekbench.evaluation;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.threat.observation.TargetSet;

/**
 * One number about an attack or a reference.
 *
 * @param subject whose it is
 * @param targets the records it is scored on
 * @param metric what was measured
 * @param value the value; NaN when it could not be computed
 * @param interval over images (bootstrap) or permutations, where the metric has one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Score(Subject subject, TargetSet targets, Metric metric, double value, Optional<Interval> interval) {
    /** A number that has no interval. */
    Score(Subject subject, TargetSet targets, Metric metric, double value) {
        this(subject, targets, metric, value, Optional.empty());
    }
}
