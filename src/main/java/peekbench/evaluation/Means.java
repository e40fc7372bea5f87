package peekbench.evaluation;

import java.util.Optional;
import peekbench.metric.Bootstrap;
import peekbench.metric.Metric;
import peekbench.seed.Seed;
import peekbench.threat.observation.TargetSet;

/**
 * Scores that are means over records, with their bootstrap intervals.
 *
 * @param resamples draws of an interval
 * @param seed of the draws, which are named by whose score it is
 */
record Means(int resamples, Seed seed) {
    Score of(Subject subject, TargetSet targets, Metric metric, double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return new Score(
                subject,
                targets,
                metric,
                sum / values.length,
                Optional.of(Bootstrap.mean(values, resamples, draws(subject, targets, metric))));
    }

    Seed draws(Subject subject, TargetSet targets, Metric metric) {
        return seed.child(subject.text()).child(targets.label()).child(metric.label());
    }
}
