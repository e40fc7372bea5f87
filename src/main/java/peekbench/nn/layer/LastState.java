package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.registry.Summary;

/** The last step of a sequence: {@code [N, T, F]} to {@code [N, F]}. */
@Summary("the last step of a sequence")
public record LastState() implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.sequence("A last state", input);
        return Shape.of(input.size(1));
    }

    /** None: numbers are picked, not computed. */
    @Override
    public long forwardFlops(Shape input) {
        return 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new LastStateLayer(input, precision);
    }
}
