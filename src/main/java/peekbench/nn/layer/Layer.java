package peekbench.nn.layer;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.seed.Seed;

/**
 * One layer at work: owns its output memory and what its backward pass needs. Arrays that it returns are overwritten by
 * its next pass of the same kind. Outside this package only a {@link ForeignLayer} makes one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
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

    /**
     * Gives a layer with buffers its place in the segment's flat vector. Buffers are numbers that training changes but no
     * gradient does, such as running statistics.
     */
    default void bindBuffers(INDArray buffers) {}

    /** Sets the bound parameters, drawn from {@code seed}, and the bound buffers to their values before training. */
    default void initialize(Seed seed) {}

    /** Hands a layer that draws random numbers while training the seed of the training pass that comes next. */
    default void prepareTrainingPass(Seed pass) {}

    /**
     * From now on training passes compute what predictions do: statistics are the running ones and stay as they are, nothing
     * is drawn.
     */
    default void inferenceOnly() {}

    /** Whether the backward pass does without the output, so that the next layer may compute in its place. */
    default boolean outputMayBeOverwritten() {
        return false;
    }
}
