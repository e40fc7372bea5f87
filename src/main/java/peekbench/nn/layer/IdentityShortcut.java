package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Paper;

/**
 * A shortcut without parameters between maps of different size: takes every {@code stride}-th row and column and adds
 * channels of zeros, {@code [N, C, H, W]} to {@code [N, outputChannels, ⌈H / stride⌉, ⌈W / stride⌉]}.
 *
 * @param outputChannels how many maps come out, at least as many as go in; the zeros come last
 * @param stride step between the rows and columns that are kept
 */
@Paper(
        authors = "He, Zhang, Ren, Sun",
        title = "Deep Residual Learning for Image Recognition",
        year = 2016,
        venue = "CVPR",
        section = "4.1, option A")
public record IdentityShortcut(int outputChannels, int stride) implements LayerSpec {
    public IdentityShortcut {
        Problems problems = new Problems();
        problems.atLeast("output-channels", outputChannels, 1);
        problems.atLeast("stride", stride, 1);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("An identity shortcut", input);
        if (input.size(0) > outputChannels) {
            throw new ConfigurationException("An identity shortcut to (" + outputChannels
                    + ") channels cannot drop channels; it gets (" + input + "). Use a convolution of kernel 1.");
        }
        return Shape.of(outputChannels, (input.size(1) - 1) / stride + 1, (input.size(2) - 1) / stride + 1);
    }

    /** None: numbers are picked, not computed. */
    @Override
    public long forwardFlops(Shape input) {
        return 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new IdentityShortcutLayer(this, input, precision);
    }
}
