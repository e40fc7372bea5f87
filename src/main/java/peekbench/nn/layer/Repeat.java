package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;

/**
 * The flattened input, several times over: {@code y = [x, …, x]}, {@code [N, …]} to {@code [N, times F]}.
 *
 * @param times at least 1
 */
public record Repeat(int times) implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
        return Shape.of((long) times * input.length());
    }

    /** None: numbers are only copied. */
    @Override
    public long forwardFlops(Shape input) {
        return 0;
    }

    /** The gradients of the copies are added. */
    @Override
    public long backwardFlops(Shape input, boolean inputGradientWanted) {
        return inputGradientWanted ? (times - 1L) * input.length() : 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        Copies copies = new Copies(times, input, precision);
        return new Layer() {
            @Override
            public INDArray forward(INDArray x, boolean training) {
                return copies.spread(x, 1);
            }

            @Override
            public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
                return inputGradientWanted ? copies.sum(outputGradient, 1) : outputGradient;
            }
        };
    }
}
