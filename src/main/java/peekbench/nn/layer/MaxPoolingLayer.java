package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/** Pooling in plain loops, ten times faster than ND4J's operation. */
final class MaxPoolingLayer implements Layer {
    private final int inputPlane;
    private final int outputPlane;
    private final int planesTogether;
    private final Chunks chunks;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final MaxPoolingPlanes planes;

    MaxPoolingLayer(MaxPooling specification, Shape input, Precision precision) {
        Shape output = specification.outputShape(input);
        this.inputPlane = input.size(1) * input.size(2);
        this.outputPlane = output.size(1) * output.size(2);
        this.planesTogether = Math.max(1, Chunks.LENGTH / inputPlane);
        this.chunks = Chunks.of(precision);
        this.outputs = new BatchBuffer(output, precision);
        this.inputGradients = new BatchBuffer(input, precision);
        this.planes = new MaxPoolingPlanes(specification, input, output);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory images = Memory.of(input);
        Memory pooled = outputs.of(Math.toIntExact(input.size(0)));
        int all = pooled.length() / outputPlane;
        planes.prepare(pooled.length());
        for (int plane = 0; plane < all; plane += planesTogether) {
            int count = Math.min(planesTogether, all - plane);
            chunks.read(0, images, plane * inputPlane, count * inputPlane);
            planes.pool(chunks, plane, count);
            chunks.write(1, pooled, plane * outputPlane, count * outputPlane);
        }
        return pooled.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory images = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        int all = gradient.length() / outputPlane;
        for (int plane = 0; plane < all; plane += planesTogether) {
            int count = Math.min(planesTogether, all - plane);
            chunks.read(1, gradient, plane * outputPlane, count * outputPlane);
            chunks.fill(0, 0, count * inputPlane, 0);
            planes.spread(chunks, plane, count);
            chunks.write(0, images, plane * inputPlane, count * inputPlane);
        }
        return images.array();
    }
}
