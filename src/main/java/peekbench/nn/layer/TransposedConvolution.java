package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * Transposed convolution with bias that enlarges images by exactly its stride: {@code [N, C, H, W]} to {@code [N,
 * outputChannels, stride H, stride W]}. Each input value adds the kernel, weighted, to the output around it.
 *
 * <p>Weights are {@code [C, outputChannels, kernel, kernel]} followed by {@code [outputChannels]} biases.
 *
 * @param outputChannels how many feature maps come out
 * @param kernel side of the square kernel; {@code kernel = stride + 2 padding}
 * @param stride how many times larger the output is
 * @param padding rows and columns cut off on each side
 */
@Summary("convolution that enlarges images by its stride")
public record TransposedConvolution(
        @Summary("how many maps come out") int outputChannels,
        @Summary("side of the kernel: stride + 2 padding") int kernel,
        @Summary("how many times larger the output is") int stride,

        @Default("0") @Summary("rows and columns cut off on each side")
        int padding)
        implements LayerSpec {
    public TransposedConvolution {
        Problems problems = new Problems();
        problems.atLeast("output-channels", outputChannels, 1);
        problems.atLeast("stride", stride, 1);
        problems.atLeast("padding", padding, 0);
        if (kernel != stride + 2 * padding) {
            problems.add(
                    "kernel",
                    "is " + kernel + "; it must be stride + 2 padding = " + (stride + 2 * padding)
                            + ", so that the output is the input times the stride.");
        }
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("A transposed convolution", input);
        return Shape.of(outputChannels, (long) stride * input.size(1), (long) stride * input.size(2));
    }

    @Override
    public int parameterCount(Shape input) {
        return input.size(0) * outputChannels * kernel * kernel + outputChannels;
    }

    /** {@code 2 kernel² C outputChannels H W} and one addition an output. */
    @Override
    public long forwardFlops(Shape input) {
        return 2L * kernel * kernel * outputChannels * input.length()
                + outputShape(input).length();
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new TransposedConvolutionLayer(this, input, precision);
    }
}
