package peekbench.report.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apiguardian.api.API;
import peekbench.metric.Interval;

/**
 * A mean over seeds with what is known of its uncertainty.
 *
 * @param mean over the seeds whose value could be computed
 * @param interval around it
 * @param over what the interval is over
 * @param seeds number of values in the mean
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Estimate(double mean, Optional<Interval> interval, Spread over, int seeds) {
    /** Confidence of intervals over seeds. */
    public static final double LEVEL = .95;

    /** What an interval speaks about. */
    public enum Spread {
        /** Student's t over the trials of a seed group: what another seed would give. */
        SEEDS,
        /** Bootstrap over the images of the only trial: what other images would give with the same seed. */
        IMAGES,
        /** One value of which nothing more is known. */
        NONE
    }

    /**
     * The mean of several seeds with its two-sided interval {@code mean ± t(LEVEL, n - 1) s / √n}, s being the standard
     * deviation of the sample; of one seed the value with the interval over images, if it has one.
     *
     * @param values one a seed; NaN where it could not be computed
     * @param overImages interval of the first value, used when it is the only one
     * @return nothing when no value is a number
     */
    public static Optional<Estimate> of(double[] values, Optional<Interval> overImages) {
        SummaryStatistics statistics = new SummaryStatistics();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                statistics.addValue(value);
            }
        }
        int seeds = (int) statistics.getN();
        if (seeds == 0) {
            return Optional.empty();
        }
        // The running mean of the statistics would make NaN of several infinities.
        double mean = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElseThrow();
        if (seeds == 1) {
            Optional<Interval> interval = values.length == 1 ? overImages : Optional.empty();
            return Optional.of(new Estimate(mean, interval, interval.isPresent() ? Spread.IMAGES : Spread.NONE, 1));
        }
        double quantile = new TDistribution(null, seeds - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
        double half = quantile * statistics.getStandardDeviation() / Math.sqrt(seeds);
        // Without one around an infinite mean: a PSNR of pictures that were copied exactly.
        return Optional.of(
                Double.isFinite(half)
                        ? new Estimate(
                                mean, Optional.of(new Interval(mean - half, mean + half, LEVEL)), Spread.SEEDS, seeds)
                        : new Estimate(mean, Optional.empty(), Spread.NONE, seeds));
    }

    /** Half the width of the interval. */
    public Optional<Double> halfWidth() {
        return interval.map(around -> (around.high() - around.low()) / 2);
    }
}
