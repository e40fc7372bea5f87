package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Moves the rows of all channels beside each other, and back. */
final class RowSequenceLayer implements Layer {
    private final int channels;
    private final int height;
    private final int width;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;

    RowSequenceLayer(Shape input, Precision precision) {
        this.channels = input.size(0);
        this.height = input.size(1);
        this.width = input.size(2);
        this.outputs = new BatchBuffer(Shape.of(height, (long) channels * width), precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory images = Memory.of(input);
        Memory rows = outputs.of(Math.toIntExact(input.size(0)));
        for (int row = 0; row < rows.length() / width; row++) {
            images.copy(row * width, rows, beside(row), width);
        }
        return rows.array();
    }

    /** Where a row of the images lies in the sequences. */
    private int beside(int row) {
        int y = row % height;
        int channel = row / height % channels;
        int example = row / (height * channels);
        return ((example * height + y) * channels + channel) * width;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory rows = Memory.of(outputGradient);
        Memory images = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        for (int row = 0; row < rows.length() / width; row++) {
            rows.copy(beside(row), images, row * width, width);
        }
        return images.array();
    }
}
