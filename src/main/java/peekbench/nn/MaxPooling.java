package peekbench.nn;

import peekbench.problem.Problems;

/**
 * The largest value of each square window, a channel at a time: {@code [N, C, H, W]} to {@code [N, C, H', W']}, {@code H'
 * = (H - kernel) / stride + 1}, rounded down. Of equal values the first takes the gradient.
 *
 * @param kernel side of the window
 * @param stride step of the window
 */
public record MaxPooling(int kernel, int stride) implements LayerSpec {
    public MaxPooling {
        Problems problems = new Problems();
        problems.atLeast("kernel", kernel, 1);
        problems.atLeast("stride", stride, 1);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("A pooling layer", input);
        LayerChecks.window("A pooling layer", kernel, 0, input);
        return Shape.of(input.size(0), (input.size(1) - kernel) / stride + 1, (input.size(2) - kernel) / stride + 1);
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new MaxPoolingLayer(this, input, precision);
    }
}
