package peekbench.nn.layer;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.registry.ChosenBy;

/**
 * What a layer is, without weights or memory. A specification knows its output shape and what it costs, and makes the
 * layer that computes.
 *
 * <p>Costs are floating point operations an example. A multiplication and an addition are two, so a published number of
 * multiply-accumulates (often called FLOPs as well) is half of what is counted here; a comparison or an activation
 * function is one; moving numbers is none.
 */
@ChosenBy(
        value = "kind",
        what = "layer",
        except = {
            IdentityShortcut.class,
            SideBySide.class,
            Repeat.class,
            Mean.class,
            GivenWeights.class,
            ForeignLayer.class
        })
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface LayerSpec
        permits Convolution,
                TransposedConvolution,
                MaxPooling,
                AveragePooling,
                GlobalAveragePooling,
                Dense,
                Flatten,
                Reshape,
                Activation,
                LeakyRelu,
                BatchNormalization,
                Dropout,
                RowSequence,
                Lstm,
                Gru,
                LastState,
                Residual,
                IdentityShortcut,
                SideBySide,
                Repeat,
                Mean,
                GivenWeights,
                ForeignLayer {

    /**
     * The shape of one output example.
     *
     * @throws peekbench.problem.ConfigurationException when the layer cannot take {@code input}; names both sizes
     */
    Shape outputShape(Shape input);

    /** How many weights and biases the layer has for such an input. */
    default int parameterCount(Shape input) {
        return 0;
    }

    /** How many numbers the layer keeps that training changes but no gradient does, such as running statistics. */
    default int bufferCount(Shape input) {
        return 0;
    }

    /** Operations of the forward pass, an example. */
    long forwardFlops(Shape input);

    /**
     * Operations of the backward pass, an example: as many as forward for the gradient of the parameters, where the layer
     * has some, and as many again for the gradient of the input, where it is wanted.
     */
    default long backwardFlops(Shape input, boolean inputGradientWanted) {
        int passes = (parameterCount(input) > 0 ? 1 : 0) + (inputGradientWanted ? 1 : 0);
        return passes * forwardFlops(input);
    }

    /** Whether a training pass treats each example without regard to the others, and in the same way at every pass. */
    default boolean treatsExamplesAlone() {
        return true;
    }

    /** The same layer that begins with weights drawn at random, as somebody knows it who was told its kind and sizes only. */
    default LayerSpec withoutWeights() {
        return this;
    }

    /** The layer that computes; {@code input} has passed {@link #outputShape}. */
    Layer create(Shape input, Precision precision);
}
