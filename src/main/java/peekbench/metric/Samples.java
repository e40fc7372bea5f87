package peekbench.metric;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks and shapes that the measures of dependence share. */
final class Samples {
    private Samples() {}

    /** {@code [n, …]} as dense rows {@code [n, f]} that begin at the start of their memory. */
    static INDArray flat(INDArray sample) {
        long n = sample.size(0);
        return sample.dup('c').reshape('c', n, sample.length() / n);
    }

    static void checkPaired(INDArray x, INDArray z, int smallest) {
        if (x.size(0) != z.size(0)) {
            throw new IllegalArgumentException(
                    "The samples have " + x.size(0) + " and " + z.size(0) + " examples; they must be pairs.");
        }
        if (x.size(0) < smallest) {
            throw new IllegalArgumentException(
                    "The samples have " + x.size(0) + " examples; at least " + smallest + " are needed.");
        }
    }
}
