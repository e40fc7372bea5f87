package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * {@code x} where it is positive, else {@code slope x}, of each number by itself; the shape stays.
 *
 * @param slope the gradient of negative numbers, in {@code [0, 1]}; at 0 it holds too
 */
@Summary("x, or slope x where that is negative")
public record LeakyRelu(
        @Default("0.1") @Summary("gradient of negative numbers")
        double slope) implements LayerSpec {
    public LeakyRelu {
        Problems problems = new Problems();
        problems.inRange("slope", slope, 0, 1);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    /** One a number. */
    @Override
    public long forwardFlops(Shape input) {
        return input.length();
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new LeakyReluLayer(input, slope, precision);
    }
}
