package peekbench.report.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apiguardian.api.API;
import peekbench.metric.Bounds;
import peekbench.metric.Interval;

/**
 * A mean over seeds with what is known of its uncertainty.
 *
 * @param mean over the seeds whose value could be computed
 * @param interval around it
 * @param over what the interval is over
 * @param values in the mean, one a seed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Estimate(double mean, Optional<Interval> interval, Spread over, List<Double> values) {
    /** Confidence of intervals over seeds. */
    public static final double LEVEL = .95;

    /** The fewest seeds of which an interval is taken: of two, Student's t is thirteen times their distance. */
    public static final int FEWEST_SEEDS = 3;

    /** The part of an interval over images by which its sides may differ. */
    private static final double LOPSIDED = .2;

    /** What an interval speaks about. */
    public enum Spread {
        /** Student's t over the trials of a seed group, within what the figure can be: what another seed would give. */
        SEEDS,
        /** From the smallest to the largest value of seeds that are too few for an interval; it has no level. */
        RANGE,
        /** From the smallest to the largest mean that a processor gives of the same seeds; it has no level. */
        PROCESSORS,
        /** Over the images of the only trial, by bootstrap, or of shares by Wilson's score: what other images would give with the same seed. */
        IMAGES,
        /** One value of which nothing more is known. */
        NONE
    }

    public Estimate {
        values = List.copyOf(values);
    }

    /** The mean of values that may be any number; {@link #of(double[], Optional, Bounds)}. */
    public static Optional<Estimate> of(double[] values, Optional<Interval> overImages) {
        return of(values, overImages, Bounds.NONE);
    }

    /**
     * The mean of several seeds: of at least {@value #FEWEST_SEEDS} with its two-sided interval {@code mean ± t(LEVEL, n - 1) s /
     * √n}, s being the standard deviation of the sample, cut off where the figure cannot be, which costs no coverage; of fewer with
     * their range; of one seed the value with the interval over images, if it has one.
     *
     * @param all one a seed; NaN where it could not be computed
     * @param overImages interval of the first value, used when it is the only one
     * @param possible what the figure can be
     * @return nothing when no value is a number
     */
    public static Optional<Estimate> of(double[] all, Optional<Interval> overImages, Bounds possible) {
        double[] values =
                Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        // The running mean of the statistics would make NaN of several infinities.
        double mean = Arrays.stream(values).average().orElseThrow();
        Spread over = spread(values, all.length == 1 && overImages.isPresent());
        Optional<Interval> interval = switch (over) {
            case SEEDS -> Optional.of(students(values, mean, possible));
            case RANGE -> Optional.of(new Interval(StatUtils.min(values), StatUtils.max(values), Double.NaN));
            case IMAGES -> overImages;
            case PROCESSORS, NONE -> Optional.empty();
        };
        return Optional.of(
                new Estimate(mean, interval, over, Arrays.stream(values).boxed().toList()));
    }

    private static Spread spread(double[] values, boolean overImages) {
        if (values.length == 1) {
            return overImages ? Spread.IMAGES : Spread.NONE;
        }
        // Without one around an infinite mean: a PSNR of pictures that were copied exactly.
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            return Spread.NONE;
        }
        return values.length < FEWEST_SEEDS ? Spread.RANGE : Spread.SEEDS;
    }

    private static Interval students(double[] values, double mean, Bounds possible) {
        double quantile = new TDistribution(null, values.length - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
        double half = quantile * Math.sqrt(StatUtils.variance(values) / values.length);
        return new Interval(possible.constrain(mean - half), possible.constrain(mean + half), LEVEL);
    }

    /** Number of values in the mean. */
    public int seeds() {
        return values.size();
    }

    /** Whether an interval over seeds ends where the figure cannot go on, so that the mean is not in its middle. */
    public boolean isCutOff() {
        return over == Spread.SEEDS
                && interval.stream()
                        .anyMatch(around -> Math.abs(around.low() + around.high() - 2 * mean)
                                > 1e-9 * (around.high() - around.low()));
    }

    /** Whether an interval reaches clearly farther to one side than to the other, so that half its width says too little. */
    public boolean isLopsided() {
        return isCutOff()
                || (over == Spread.IMAGES
                        && interval.stream()
                                .anyMatch(around -> Math.abs(around.low() + around.high() - 2 * mean)
                                        > LOPSIDED * (around.high() - around.low())));
    }

    /** Whether its interval, or range, and another's have values in common; never where one has none. */
    public boolean overlaps(Estimate other) {
        return interval.flatMap(mine ->
                        other.interval.map(others -> mine.low() <= others.high() && others.low() <= mine.high()))
                .orElse(false);
    }

    /** What its interval is, for a person; nothing where it has none. */
    public Optional<String> spreadText() {
        return switch (over) {
            case SEEDS ->
                Optional.of(String.format(
                        Locale.ROOT, "%.0f %% interval over %d seeds (Student's t)", 100 * LEVEL, seeds()));
            case RANGE -> Optional.of("range of " + seeds() + " seeds");
            case PROCESSORS -> Optional.of("range of " + values.size() + " processors");
            case IMAGES ->
                interval.map(
                        around -> String.format(Locale.ROOT, "%.0f %% interval over images", 100 * around.level()));
            case NONE -> Optional.empty();
        };
    }
}
