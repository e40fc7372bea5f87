package peekbench.nn.layer;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * Two-dimensional convolution (cross-correlation, as in every deep learning library) with bias unless it is left out: {@code [N, C, H, W]} to
 * {@code [N, outputChannels, H', W']}, {@code H' = (H + 2 padding - kernel) / stride + 1}, rounded down.
 *
 * <p>Weights are {@code [outputChannels, C, kernel, kernel]} followed by {@code [outputChannels]} biases.
 *
 * @param outputChannels how many feature maps come out
 * @param kernel side of the square window
 * @param stride step of the window
 * @param padding zeros added on each side; at most the kernel
 * @param bias whether a number is added to each map; a batch normalisation that follows makes it idle
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("two-dimensional convolution")
public record Convolution(
        @Summary("how many maps come out") int outputChannels,
        @Summary("side of the window") int kernel,
        @Default("1") @Summary("step of the window") int stride,
        @Default("0") @Summary("zeros on each side") int padding,

        @Default("true") @Summary("a number added to each map")
        boolean bias)
        implements LayerSpec {
    private static final int SMALLEST_RESIZING = 3;

    /** With fewer channels than this on a side, matrix products over shifted copies beat oneDNN's convolution. */
    private static final int THIN = 4;

    /** Where the window visits no more places than this, products over the rows of a whole batch beat oneDNN's convolution. */
    private static final int FEW_PLACES = 4;

    public Convolution {
        Problems problems = new Problems();
        problems.atLeast("output-channels", outputChannels, 1);
        problems.atLeast("kernel", kernel, 1);
        problems.atLeast("stride", stride, 1);
        problems.inRange("padding", padding, 0, Math.max(0, kernel));
        problems.throwIfAny();
    }

    /** With bias. */
    public Convolution(int outputChannels, int kernel, int stride, int padding) {
        this(outputChannels, kernel, stride, padding, true);
    }

    /**
     * The convolution of stride 1 that changes an image's sides, by the smallest kernel from 3 on whose padding does it.
     *
     * @param outputChannels how many feature maps come out
     * @param more rows and columns that come out beyond those that go in; negative for fewer
     */
    public static Convolution resizing(int outputChannels, int more) {
        int atLeast = Math.max(SMALLEST_RESIZING, Math.abs(more) + 1);
        int kernel = (more + atLeast - 1) % 2 == 0 ? atLeast : atLeast + 1;
        return new Convolution(outputChannels, kernel, 1, (more + kernel - 1) / 2);
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("A convolution", input);
        LayerChecks.window("A convolution", kernel, padding, input);
        return Shape.of(outputChannels, outputSide(input.size(1)), outputSide(input.size(2)));
    }

    private int outputSide(int side) {
        return (side + 2 * padding - kernel) / stride + 1;
    }

    @Override
    public int parameterCount(Shape input) {
        return weightCount(input) + (bias ? outputChannels : 0);
    }

    int weightCount(Shape input) {
        return outputChannels * input.size(0) * kernel * kernel;
    }

    /** {@code 2 kernel² C outputChannels H' W'}, and one addition an output where there is a bias. */
    @Override
    public long forwardFlops(Shape input) {
        long outputs = outputShape(input).length();
        return outputs * (2L * kernel * kernel * input.size(0) + (bias ? 1 : 0));
    }

    /** The way of computing follows from the shape alone, never from a measurement: the same seed gives the same bits. */
    @Override
    public Layer create(Shape input, Precision precision) {
        Windows windows = new Windows(input, kernel, stride, padding);
        boolean wide = padding >= kernel;
        if (kernel == 1 && wide && stride == 1) {
            return new ScatteringConvolutionLayer(windows, outputChannels, precision);
        }
        if (input.size(0) <= THIN || wide) {
            return new GatheringConvolutionLayer(windows, outputChannels, precision);
        }
        if (windows.places() <= FEW_PLACES) {
            return new RowConvolutionLayer(windows, outputChannels, precision);
        }
        if (precision == Precision.FLOAT64) {
            return new GatheringConvolutionLayer(windows, outputChannels, precision);
        }
        if (outputChannels <= THIN && stride == 1) {
            return new ScatteringConvolutionLayer(windows, outputChannels, precision);
        }
        return new OneDnnConvolutionLayer(this, input, precision);
    }
}
