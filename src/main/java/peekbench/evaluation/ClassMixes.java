package peekbench.evaluation;

import java.util.Arrays;
import java.util.List;

/** Shares of classes among records. */
final class ClassMixes {
    private ClassMixes() {}

    /** The share of each class among these labels; even shares where there are none. */
    static double[] of(List<Integer> labels, int classes) {
        double[] mix = new double[classes];
        if (labels.isEmpty()) {
            Arrays.fill(mix, 1.0 / classes);
        }
        labels.forEach(label -> mix[label] += 1.0 / labels.size());
        return mix;
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
