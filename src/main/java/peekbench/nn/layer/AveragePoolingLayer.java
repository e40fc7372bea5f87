package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/** The mean of windows in plain loops; one window as large as the image makes it global. */
final class AveragePoolingLayer implements Layer {
    private final int inputPlane;
    private final int outputPlane;
    private final int planesTogether;
    private final Chunks chunks;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final AveragePoolingPlanes planes;

    AveragePoolingLayer(Shape input, Shape output, int kernelHeight, int kernelWidth, int stride, Precision precision) {
        this.planes = new AveragePoolingPlanes(input.size(1), input.size(2), kernelHeight, kernelWidth, stride);
        this.inputPlane = input.size(1) * input.size(2);
        this.outputPlane = output.length() / input.size(0);
        this.planesTogether = Math.max(1, Chunks.LENGTH / inputPlane);
        this.chunks = Chunks.of(precision);
        this.outputs = new BatchBuffer(output, precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    /** The backward pass reads neither input nor output. */
    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory images = Memory.of(input);
        Memory pooled = outputs.of(Math.toIntExact(input.size(0)));
        int all = pooled.length() / outputPlane;
        for (int plane = 0; plane < all; plane += planesTogether) {
            int count = Math.min(planesTogether, all - plane);
            chunks.read(0, images, plane * inputPlane, count * inputPlane);
            planes.pool(chunks, count);
            chunks.write(1, pooled, plane * outputPlane, count * outputPlane);
        }
        return pooled.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory gradient = Memory.of(outputGradient);
        Memory images = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        int all = gradient.length() / outputPlane;
        for (int plane = 0; plane < all; plane += planesTogether) {
            int count = Math.min(planesTogether, all - plane);
            chunks.read(1, gradient, plane * outputPlane, count * outputPlane);
            chunks.fill(0, 0, count * inputPlane, 0);
            planes.spread(chunks, count);
            chunks.write(0, images, plane * inputPlane, count * inputPlane);
        }
        return images.array();
    }
}
