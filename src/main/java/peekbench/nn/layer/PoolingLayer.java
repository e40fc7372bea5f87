package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/** Pooling in plain loops over as many planes as a chunk holds, ten times faster than ND4J's operation for maxima. */
final class PoolingLayer implements Layer {
    private final int inputPlane;
    private final int outputPlane;
    private final int planesTogether;
    private final Chunks chunks;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final PoolingPlanes planes;

    PoolingLayer(PoolingPlanes planes, Shape input, Shape output, Precision precision) {
        this.planes = planes;
        this.inputPlane = input.length() / input.size(0);
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
            planes.spread(chunks, plane, count);
            chunks.write(0, images, plane * inputPlane, count * inputPlane);
        }
        return images.array();
    }
}
