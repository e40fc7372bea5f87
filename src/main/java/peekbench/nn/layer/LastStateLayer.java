package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Picks the last step; the gradient of the others is 0. */
final class LastStateLayer implements Layer {
    private final int features;
    private final int sequenceLength;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;

    LastStateLayer(Shape input, Precision precision) {
        this.features = input.size(1);
        this.sequenceLength = input.length();
        this.outputs = new BatchBuffer(Shape.of(features), precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        Memory sequences = Memory.of(input);
        Memory last = outputs.of(examples);
        for (int n = 0; n < examples; n++) {
            sequences.copy((n + 1) * sequenceLength - features, last, n * features, features);
        }
        return last.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        Memory last = Memory.of(outputGradient);
        Memory sequences = inputGradients.of(examples);
        sequences.fill(0, sequences.length(), 0);
        for (int n = 0; n < examples; n++) {
            last.copy(n * features, sequences, (n + 1) * sequenceLength - features, features);
        }
        return sequences.array();
    }
}
