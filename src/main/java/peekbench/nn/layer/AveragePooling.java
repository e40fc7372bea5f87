package peekbench.nn.layer;

import java.util.Optional;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * The mean of each square window, a channel at a time: {@code [N, C, H, W]} to {@code [N, C, H', W']}, {@code H' = (H -
 * kernel) / stride + 1}, rounded down.
 *
 * @param kernel side of the window
 * @param stride step of the window; the kernel where it is left out
 */
@Summary("mean of each window")
public record AveragePooling(
        @Summary("side of the window") int kernel,

        @Summary("step of the window; the kernel where it is left out")
        Optional<Integer> stride)
        implements LayerSpec {
    public AveragePooling {
        Problems problems = new Problems();
        problems.atLeast("kernel", kernel, 1);
        problems.atLeast("stride", stride.orElse(kernel), 1);
        problems.throwIfAny();
    }

    public AveragePooling(int kernel, int stride) {
        this(kernel, Optional.of(stride));
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("A pooling layer", input);
        LayerChecks.window("A pooling layer", kernel, 0, input);
        return Shape.of(input.size(0), (input.size(1) - kernel) / step() + 1, (input.size(2) - kernel) / step() + 1);
    }

    private int step() {
        return stride.orElse(kernel);
    }

    /** One addition a number that a window sees, the last of which is the division. */
    @Override
    public long forwardFlops(Shape input) {
        return (long) kernel * kernel * outputShape(input).length();
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        PoolingPlanes planes = new AveragePoolingPlanes(input.size(1), input.size(2), kernel, kernel, step());
        return new PoolingLayer(planes, input, outputShape(input), precision);
    }
}
