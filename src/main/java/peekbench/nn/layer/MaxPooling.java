package peekbench.nn.layer;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * The largest value of each square window, a channel at a time: {@code [N, C, H, W]} to {@code [N, C, H', W']}, {@code H'
 * = (H + 2 padding - kernel) / stride + 1}, rounded down. Windows end at the border of the image. Of equal values the first takes the gradient.
 *
 * @param kernel side of the window
 * @param stride step of the window; the kernel where it is left out
 * @param padding how far windows reach beyond each side; at most half the kernel, so that each sees the image
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("largest number of each window")
public record MaxPooling(
        @Summary("side of the window") int kernel,

        @Summary("step of the window; the kernel where it is left out")
        Optional<Integer> stride,

        @Default("0") @Summary("how far windows reach beyond each side")
        int padding)
        implements LayerSpec {
    public MaxPooling {
        Problems problems = new Problems();
        problems.atLeast("kernel", kernel, 1);
        problems.atLeast("stride", stride.orElse(kernel), 1);
        problems.inRange("padding", padding, 0, Math.max(0, kernel / 2));
        problems.throwIfAny();
    }

    public MaxPooling(int kernel, int stride, int padding) {
        this(kernel, Optional.of(stride), padding);
    }

    /** Without padding. */
    public MaxPooling(int kernel, int stride) {
        this(kernel, stride, 0);
    }

    /** From one window to the next. */
    int step() {
        return stride.orElse(kernel);
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("A pooling layer", input);
        LayerChecks.window("A pooling layer", kernel, padding, input);
        return Shape.of(input.size(0), outputSide(input.size(1)), outputSide(input.size(2)));
    }

    private int outputSide(int side) {
        return (side + 2 * padding - kernel) / step() + 1;
    }

    /** One comparison a number that a window sees. */
    @Override
    public long forwardFlops(Shape input) {
        return (long) kernel * kernel * outputShape(input).length();
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        Shape output = outputShape(input);
        return new PoolingLayer(new MaxPoolingPlanes(this, input, output), input, output, precision);
    }
}
