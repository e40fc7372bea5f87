package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Picks rows and columns; the channels of zeros are written once, by the memory that new buffers come with. */
final class IdentityShortcutLayer implements Layer {
    private final Shape input;
    private final Shape output;
    private final int stride;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;

    IdentityShortcutLayer(IdentityShortcut specification, Shape input, Precision precision) {
        this.input = input;
        this.output = specification.outputShape(input);
        this.stride = specification.stride();
        this.outputs = new BatchBuffer(output, precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    @Override
    public INDArray forward(INDArray x, boolean training) {
        Memory images = Memory.of(x);
        Memory picked = outputs.of(Math.toIntExact(x.size(0)));
        for (int row = 0; row < rows(x); row++) {
            images.gather(inputRow(row), stride, picked, outputRow(row), output.size(2));
        }
        return picked.array();
    }

    private int rows(INDArray batch) {
        return Math.toIntExact(batch.size(0)) * input.size(0) * output.size(1);
    }

    /** Where a row that is kept begins: counted by example, channel and row of the output. */
    private int inputRow(int row) {
        int plane = row / output.size(1);
        return (plane * input.size(1) + row % output.size(1) * stride) * input.size(2);
    }

    private int outputRow(int row) {
        int plane = row / output.size(1);
        int example = plane / input.size(0);
        int channel = plane % input.size(0);
        return ((example * output.size(0) + channel) * output.size(1) + row % output.size(1)) * output.size(2);
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory images = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        images.fill(0, images.length(), 0);
        for (int row = 0; row < rows(outputGradient); row++) {
            for (int x = 0; x < output.size(2); x++) {
                images.put(inputRow(row) + x * stride, gradient.get(outputRow(row) + x));
            }
        }
        return images.array();
    }
}
