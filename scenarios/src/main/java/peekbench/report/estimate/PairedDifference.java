package peekbench.report.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import peekbench.metric.Bounds;
import peekbench.registry.Paper;

/**
 * How a figure of one arm differs from that of another, seed by seed: {@code d_s = x_s - y_s}. Both arms of a seed have the same
 * records and initial weights, which the difference is rid of.
 *
 * @param change mean of the differences with their interval, or the range of few
 * @param p of Student's paired t test that the mean is 0, of at least {@value Estimate#FEWEST_SEEDS} seeds that differ
 * @param effect mean over standard deviation of the differences, times {@code 1 - 3 / (4 (n - 1) - 1)} since n is small; of the
 *     same seeds
 */
@Paper(
        authors = "Hedges",
        title = "Distribution theory for Glass's estimator of effect size and related estimators",
        year = 1981,
        venue = "Journal of Educational Statistics 6(2)",
        section = "Eq. 4, for paired differences")
public record PairedDifference(Estimate change, OptionalDouble p, OptionalDouble effect) {

    /**
     * Of the seeds that both have.
     *
     * @param arm figures by seed
     * @param other figures by seed of what it is compared with
     * @return nothing when they have no seed in common
     */
    public static Optional<PairedDifference> of(Map<Long, Double> arm, Map<Long, Double> other) {
        double[] differences = new TreeMap<>(arm)
                .entrySet().stream()
                        .mapToDouble(of -> of.getValue() - other.getOrDefault(of.getKey(), Double.NaN))
                        .filter(Double::isFinite)
                        .toArray();
        return Estimate.of(differences, Optional.empty(), Bounds.NONE).map(change -> tested(change, differences));
    }

    private static PairedDifference tested(Estimate change, double[] differences) {
        double deviation = Math.sqrt(StatUtils.variance(differences));
        if (differences.length < Estimate.FEWEST_SEEDS || deviation == 0) {
            return new PairedDifference(change, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double small = 1 - 3.0 / (4 * (differences.length - 1) - 1);
        return new PairedDifference(
                change,
                OptionalDouble.of(new TTest().tTest(0, differences)),
                OptionalDouble.of(small * change.mean() / deviation));
    }

    /** Whether its interval leaves 0 out; never of few seeds, which have none. */
    public boolean isShown() {
        return change.over() == Estimate.Spread.SEEDS
                && change.interval().stream().anyMatch(around -> around.low() > 0 || around.high() < 0);
    }
}
