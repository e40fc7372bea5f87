package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Summary;

/**
 * Reads an example as a sequence for {@link Lstm} or {@link Gru}: the rows of an image from top to bottom, {@code [N, C, H,
 * W]} to {@code [N, H, C * W]}, a step holding its row of each channel; or the numbers of a vector one after the other,
 * {@code [N, F]} to {@code [N, F, 1]}.
 */
@Summary("rows of an image as a sequence")
public record RowSequence() implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
        if (input.isImage()) {
            return Shape.of(input.size(1), (long) input.size(0) * input.size(2));
        }
        if (input.rank() == 1) {
            return Shape.of(input.size(0), 1);
        }
        throw new ConfigurationException(
                "A sequence of rows needs images of channels, height and width, or a vector; it gets (" + input + ").");
    }

    /** None: numbers are moved, not computed. */
    @Override
    public long forwardFlops(Shape input) {
        return 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return input.isImage() && input.size(0) > 1
                ? new RowSequenceLayer(input, precision)
                : new ReshapeLayer(input, outputShape(input));
    }
}
