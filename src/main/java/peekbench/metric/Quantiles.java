package peekbench.metric;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Intervals of sorted or unsorted samples. */
final class Quantiles {
    private Quantiles() {}

    /** The middle part of a sample. */
    static Interval middle(double[] sample, double level) {
        Percentile percentile = new Percentile();
        percentile.setData(sample);
        double tail = (1 - level) / 2 * 100;
        return new Interval(percentile.evaluate(tail), percentile.evaluate(100 - tail), level);
    }
}
