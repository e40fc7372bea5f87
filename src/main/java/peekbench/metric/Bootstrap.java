package peekbench.metric;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import peekbench.seed.Seed;

/** Percentile bootstrap (Efron 1979) over examples. */
public final class Bootstrap {
    /** Confidence of all intervals over examples. */
    static final double LEVEL = .95;

    private Bootstrap() {}

    /**
     * The 95 % interval of the mean.
     *
     * @param values one an image, at least 1
     * @param resamples how often the images are drawn anew
     * @param seed names the draws
     */
    public static Interval mean(double[] values, int resamples, Seed seed) {
        double[] means = figures(resamples, seed, generator -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[generator.nextInt(values.length)];
            }
            return sum / values.length;
        });
        return Quantiles.middle(means, LEVEL);
    }

    /**
     * What a figure becomes when the examples are drawn anew.
     *
     * @param resamples how often
     * @param seed names the draws
     * @param figure draws examples and computes the figure of them
     */
    static double[] figures(int resamples, Seed seed, ToDoubleFunction<RandomGenerator> figure) {
        RandomGenerator generator = seed.child("bootstrap").generator();
        double[] figures = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            figures[resample] = figure.applyAsDouble(generator);
        }
        return figures;
    }
}
