package peekbench.defense.label;

import peekbench.defense.array.ExampleRows;

/**
 * What Marvell needs to know of a batch's gradients: two normal distributions {@code N(ḡ0, u I)} of the negative and {@code
 * N(ḡ1, v I)} of the positive examples.
 *
 * @param difference {@code Δg = ḡ1 - ḡ0}, {@code [d]}
 * @param negativeVariance u, the mean of the d variances
 * @param positiveVariance v
 * @param positiveShare p, the share of positive examples, in (0, 1)
 */
record ClassGradients(double[] difference, double negativeVariance, double positiveVariance, double positiveShare) {

    /**
     * Measures a batch that has both classes.
     *
     * @param rows a gradient for each example
     * @param positive the examples' classes
     */
    static ClassGradients of(double[][] rows, boolean[] positive) {
        double[] negativeMean = mean(rows, positive, false);
        double[] positiveMean = mean(rows, positive, true);
        double[] difference = new double[negativeMean.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = positiveMean[i] - negativeMean[i];
        }
        return new ClassGradients(
                difference,
                variance(rows, positive, false, negativeMean),
                variance(rows, positive, true, positiveMean),
                count(positive, true) / (double) positive.length);
    }

    static int count(boolean[] positive, boolean wanted) {
        int count = 0;
        for (boolean one : positive) {
            count += one == wanted ? 1 : 0;
        }
        return count;
    }

    private static double[] mean(double[][] rows, boolean[] positive, boolean wanted) {
        double[] mean = new double[rows[0].length];
        for (int example = 0; example < rows.length; example++) {
            for (int i = 0; positive[example] == wanted && i < mean.length; i++) {
                mean[i] += rows[example][i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= count(positive, wanted);
        }
        return mean;
    }

    private static double variance(double[][] rows, boolean[] positive, boolean wanted, double[] mean) {
        double sum = 0;
        for (int example = 0; example < rows.length; example++) {
            for (int i = 0; positive[example] == wanted && i < mean.length; i++) {
                double deviation = rows[example][i] - mean[i];
                sum += deviation * deviation;
            }
        }
        return sum / ((double) count(positive, wanted) * mean.length);
    }

    /** {@code |Δg|²}. */
    double squaredDistance() {
        return ExampleRows.dot(difference, difference);
    }
}
