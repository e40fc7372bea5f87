package peekbench.nn.layer;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.registry.Summary;

/** Turns {@code [N, C, H, W]} into {@code [N, C * H * W]}, channels first, rows before columns. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("images as vectors")
public record Flatten() implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(input.length());
    }

    /** None: the numbers stay where they are. */
    @Override
    public long forwardFlops(Shape input) {
        return 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new ReshapeLayer(input, outputShape(input));
    }
}
