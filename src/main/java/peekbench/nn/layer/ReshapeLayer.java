package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;

/** Another view of the same numbers, both ways. */
record ReshapeLayer(Shape input, Shape output) implements Layer {
    @Override
    public INDArray forward(INDArray x, boolean training) {
        return x.reshape('c', output.withBatch(x.size(0)));
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        return outputGradient.reshape('c', input.withBatch(outputGradient.size(0)));
    }
}
