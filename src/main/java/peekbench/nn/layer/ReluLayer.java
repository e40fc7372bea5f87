package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Activations;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/** ReLU at work. */
final class ReluLayer implements Layer {
    private final Chunks chunks;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Memory lastOutput;
    private boolean overwriteInput;
    private boolean overwriteGradient;

    ReluLayer(Shape shape, Precision precision) {
        this.chunks = Chunks.of(precision);
        this.outputs = new BatchBuffer(shape, precision);
        this.inputGradients = new BatchBuffer(shape, precision);
        this.lastOutput = outputs.of(1);
    }

    @Override
    public void mayOverwrite(boolean input, boolean outputGradient) {
        overwriteInput = input;
        overwriteGradient = outputGradient;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory numbers = Memory.of(input);
        lastOutput = overwriteInput ? numbers : outputs.of(Math.toIntExact(input.size(0)));
        chunks.run(Activations.RELU, numbers, lastOutput);
        return lastOutput.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory inputGradient =
                overwriteGradient ? gradient : inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        chunks.runReluGradient(lastOutput, gradient, inputGradient);
        return inputGradient.array();
    }
}
