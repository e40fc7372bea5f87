package peekbench.metric;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Examples of two things, row by row of the same records.
 *
 * @param x {@code [n, …]}
 * @param z {@code [n, …]}
 */
public record PairedSamples(INDArray x, INDArray z) {
    /** The number of pairs, n. */
    public int size() {
        return Math.toIntExact(x.size(0));
    }
}
