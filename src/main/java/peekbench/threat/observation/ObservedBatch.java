package peekbench.threat.observation;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One training step as it looks to someone who gets gradients.
 *
 * @param features {@code [N, …]}, what the gradients belong to, as it was sent
 * @param gradients {@code [N, …]}, of the task's loss with respect to the features, after every defense; a row an example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ObservedBatch(INDArray features, INDArray gradients) {
    /** The number of examples, N. */
    public int size() {
        return Math.toIntExact(gradients.size(0));
    }
}
