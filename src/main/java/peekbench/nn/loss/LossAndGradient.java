package peekbench.nn.loss;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss and its gradient with respect to the network's output.
 *
 * @param loss the mean that the loss function states
 * @param gradient {@code [N, …]}, the output's shape
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LossAndGradient(double loss, INDArray gradient) {}
