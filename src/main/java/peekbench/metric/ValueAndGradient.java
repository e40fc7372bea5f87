package peekbench.metric;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A measure of dependence and its slope.
 *
 * @param value the measure
 * @param gradient with respect to the second sample, in its shape and type
 */
public record ValueAndGradient(double value, INDArray gradient) {}
