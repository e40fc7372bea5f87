package peekbench.threat.observation;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One training step as it looks to someone who gets gradients.
 *
 * @param features {@code [N, …]}, what the gradients belong to, as it was sent
 * @param gradients {@code [N, …]}, of the task's loss with respect to the features, after every defense; a row an example
 */
public record ObservedBatch(INDArray features, INDArray gradients) {
    /** The number of examples, N. */
    public int size() {
        return Math.toIntExact(gradients.size(0));
    }
}
