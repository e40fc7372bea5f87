package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;
import peekbench.nn.memory.Memory.Matrix;

/** Fully connected layer at work: one matrix product forward, two backward. */
final class DenseLayer extends ParameterLayer {
    private final int inputs;
    private final int outputs;
    private final Precision precision;
    private final BatchBuffer outputBuffer;
    private final BatchBuffer inputGradients;
    private Memory ones;
    private Memory lastInput;

    DenseLayer(int inputs, int outputs, Precision precision) {
        super(inputs * outputs, inputs, outputs, precision);
        this.inputs = inputs;
        this.outputs = outputs;
        this.precision = precision;
        this.outputBuffer = new BatchBuffer(Shape.of(outputs), precision);
        this.inputGradients = new BatchBuffer(Shape.of(inputs), precision);
        this.ones = Memory.ones(1, precision);
        this.lastInput = unbound(precision);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        lastInput = Memory.of(input);
        if (ones.length() < examples) {
            ones = Memory.ones(examples, precision);
        }
        Memory output = outputBuffer.of(examples);
        output.multiply(
                Matrix.of(ones, 0, 1), Matrix.of(parameters(), biasOffset(), outputs), 0, examples, outputs, 1, 0);
        output.multiply(
                Matrix.of(lastInput, 0, inputs), Matrix.of(parameters(), 0, outputs), 0, examples, outputs, inputs, 1);
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        Memory gradient = Memory.of(outputGradient);
        Matrix gradientRows = Matrix.of(gradient, 0, outputs);
        gradients().multiply(Matrix.transposed(lastInput, 0, inputs), gradientRows, 0, inputs, outputs, examples, 0);
        gradients().multiply(Matrix.transposed(ones, 0, 1), gradientRows, biasOffset(), 1, outputs, examples, 0);
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory inputGradient = inputGradients.of(examples);
        inputGradient.multiply(
                gradientRows, Matrix.transposed(parameters(), 0, outputs), 0, examples, inputs, outputs, 0);
        return inputGradient.array();
    }
}
