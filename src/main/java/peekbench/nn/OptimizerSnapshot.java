package peekbench.nn;

import java.util.List;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A copy of an optimiser's memory.
 *
 * @param steps how many steps were taken
 * @param vectors one {@code [P]} vector a quantity: the velocity of SGD; mean and mean square of Adam; none without
 *     momentum
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record OptimizerSnapshot(long steps, List<INDArray> vectors) {
    public OptimizerSnapshot {
        vectors = List.copyOf(vectors);
    }
}
