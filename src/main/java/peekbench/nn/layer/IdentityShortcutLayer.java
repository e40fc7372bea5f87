package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/** Picks rows and columns; the channels of zeros are written once, by the memory that new buffers come with. */
final class IdentityShortcutLayer implements Layer {
    private final Shape input;
    private final Shape output;
    private final int stride;
    private final int inputPlane;
    private final int outputPlane;
    private final Chunks chunks;
    private final Kernel picking = new Picking();
    private final Kernel spreading = new Spreading();
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;

    IdentityShortcutLayer(IdentityShortcut specification, Shape input, Precision precision) {
        this.input = input;
        this.output = specification.outputShape(input);
        this.stride = specification.stride();
        this.inputPlane = input.size(1) * input.size(2);
        this.outputPlane = output.size(1) * output.size(2);
        this.chunks = Chunks.of(precision);
        this.outputs = new BatchBuffer(output, precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    @Override
    public INDArray forward(INDArray x, boolean training) {
        Memory images = Memory.of(x);
        Memory picked = outputs.of(Math.toIntExact(x.size(0)));
        chunks.grow(1, outputPlane);
        for (int plane = 0; plane < planes(x); plane++) {
            chunks.read(0, images, plane * inputPlane, inputPlane);
            chunks.apply(picking, 2, output.size(2));
            chunks.write(1, picked, outputPlane(plane), outputPlane);
        }
        return picked.array();
    }

    private int planes(INDArray batch) {
        return Math.toIntExact(batch.size(0)) * input.size(0);
    }

    /** Where a plane of the input lies in the output, which has more channels. */
    private int outputPlane(int plane) {
        return (plane / input.size(0) * output.size(0) + plane % input.size(0)) * outputPlane;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory images = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        chunks.fill(0, 0, inputPlane, 0);
        for (int plane = 0; plane < planes(outputGradient); plane++) {
            chunks.read(1, gradient, outputPlane(plane), outputPlane);
            chunks.apply(spreading, 2, output.size(2));
            chunks.write(0, images, plane * inputPlane, inputPlane);
        }
        return images.array();
    }

    /** From a plane of the input to one of the output; counts columns of the output, as does the way back. */
    private final class Picking implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] plane = operands[0];
            float[] picked = operands[1];
            int at = 0;
            for (int y = 0; y < output.size(1); y++) {
                int row = y * stride * input.size(2);
                for (int x = 0; x < count; x++, at++) {
                    picked[at] = plane[row + x * stride];
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] plane = operands[0];
            double[] picked = operands[1];
            int at = 0;
            for (int y = 0; y < output.size(1); y++) {
                int row = y * stride * input.size(2);
                for (int x = 0; x < count; x++, at++) {
                    picked[at] = plane[row + x * stride];
                }
            }
        }
    }

    private final class Spreading implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] plane = operands[0];
            float[] picked = operands[1];
            int at = 0;
            for (int y = 0; y < output.size(1); y++) {
                int row = y * stride * input.size(2);
                for (int x = 0; x < count; x++, at++) {
                    plane[row + x * stride] = picked[at];
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] plane = operands[0];
            double[] picked = operands[1];
            int at = 0;
            for (int y = 0; y < output.size(1); y++) {
                int row = y * stride * input.size(2);
                for (int x = 0; x < count; x++, at++) {
                    plane[row + x * stride] = picked[at];
                }
            }
        }
    }
}
