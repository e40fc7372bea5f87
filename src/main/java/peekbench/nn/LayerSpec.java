package peekbench.nn;

/**
 * What a layer is, without weights or memory. A specification knows its output shape and makes the layer that computes.
 */
public sealed interface LayerSpec
        permits Convolution, TransposedConvolution, MaxPooling, Dense, Flatten, Reshape, Activation {

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

    /** The layer that computes; {@code input} has passed {@link #outputShape}. */
    Layer create(Shape input, Precision precision);
}
