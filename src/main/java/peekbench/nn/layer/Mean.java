package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * The mean of vectors that are joined to one: {@code y = (x_1 + … + x_m) / m}, {@code [N, m F]} to {@code [N, F]}.
 *
 * @param vectors m, at least 1
 */
public record Mean(int vectors) implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1 || input.length() % vectors != 0) {
            throw new ConfigurationException(
                    "A mean of " + vectors + " vectors needs them joined to one, whose length is a" + " multiple of "
                            + vectors + "; the input is (" + input + "). Flatten and join them first.");
        }
        return Shape.of(input.length() / vectors);
    }

    /** An addition a number, and a division a number of the mean. */
    @Override
    public long forwardFlops(Shape input) {
        return input.length();
    }

    /** A division a number of the mean. */
    @Override
    public long backwardFlops(Shape input, boolean inputGradientWanted) {
        return inputGradientWanted ? input.length() / vectors : 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        Copies copies = new Copies(vectors, outputShape(input), precision);
        return new Layer() {
            @Override
            public INDArray forward(INDArray x, boolean training) {
                return copies.sum(x, 1.0 / vectors);
            }

            @Override
            public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
                return inputGradientWanted ? copies.spread(outputGradient, 1.0 / vectors) : outputGradient;
            }
        };
    }
}
