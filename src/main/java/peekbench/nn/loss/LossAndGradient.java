package peekbench.nn.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss and its gradient with respect to the network's output.
 *
 * @param loss the mean that the loss function states
 * @param gradient {@code [N, …]}, the output's shape
 */
public record LossAndGradient(double loss, INDArray gradient) {}
