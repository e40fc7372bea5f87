package peekbench.nn;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer at work: owns its output memory and what its backward pass needs. Arrays that it returns are overwritten by
 * its next pass of the same kind.
 */
public interface Layer {

    /**
     * Computes the output {@code [N, …]} of a batch.
     *
     * @param training whether a backward pass may follow
     */
    INDArray forward(INDArray input, boolean training);

    /**
     * Writes the gradients of the layer's parameters, summed over the batch as the loss weighs it, and computes the
     * gradient with respect to the input of the last training pass.
     *
     * @param outputGradient {@code [N, …]}, the loss's gradient with respect to the last training output
     * @param inputGradientWanted whether anybody reads the returned array; if not, it may be {@code outputGradient}
     *     itself
     */
    INDArray backward(INDArray outputGradient, boolean inputGradientWanted);

    /**
     * Tells the layer which arrays nobody else reads after it, so that it may compute in place.
     *
     * @param input whether its input
     * @param outputGradient whether the gradient it is handed
     */
    default void mayOverwrite(boolean input, boolean outputGradient) {}

    /** Gives a layer with parameters its places in the segment's flat vectors. */
    default void bind(INDArray parameters, INDArray gradients) {}

    /** Draws initial weights into the bound parameters. */
    default void initialize(RandomGenerator generator) {}
}
