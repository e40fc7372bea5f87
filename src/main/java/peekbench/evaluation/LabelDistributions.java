package peekbench.evaluation;

import java.util.Arrays;
import java.util.List;

/** Shares of classes among records. */
final class LabelDistributions {
    private LabelDistributions() {}

    /** The share of each class among these labels; even shares where there are none. */
    static double[] of(List<Integer> labels, int classes) {
        double[] shares = new double[classes];
        if (labels.isEmpty()) {
            Arrays.fill(shares, 1.0 / classes);
        }
        labels.forEach(label -> shares[label] += 1.0 / labels.size());
        return shares;
    }

    /** {@code 1/2 Σ |p - q|}, in [0, 1]. */
    static double totalVariation(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum / 2;
    }
}
