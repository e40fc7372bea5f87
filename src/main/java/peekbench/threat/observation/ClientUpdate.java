package peekbench.threat.observation;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one client told an aggregator in its turn, after every defense.
 *
 * @param records how many records it says that it comes from
 * @param change {@code [P]} float64: the gradient, or the client's weights less the global ones; of a masked update what the
 *     ring numbers stand for, which is noise
 */
public record ClientUpdate(int records, INDArray change) {}
