package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.registry.Summary;

/** The mean of each channel: {@code [N, C, H, W]} to {@code [N, C]}. */
@Summary("mean of each map")
public record GlobalAveragePooling() implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.image("A pooling layer", input);
        return Shape.of(input.size(0));
    }

    /** One addition a number, the last of which is the division. */
    @Override
    public long forwardFlops(Shape input) {
        return input.length();
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        int height = input.size(1);
        int width = input.size(2);
        PoolingPlanes planes = new AveragePoolingPlanes(height, width, height, width, 1);
        return new PoolingLayer(planes, input, outputShape(input), precision);
    }
}
