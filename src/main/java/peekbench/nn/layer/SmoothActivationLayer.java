package peekbench.nn.layer;

import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** An activation whose derivative follows from its output. */
final class SmoothActivationLayer implements Layer {
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator derivativeFromOutput;
    private Memory lastOutput;

    SmoothActivationLayer(
            Shape shape, Precision precision, DoubleUnaryOperator function, DoubleUnaryOperator derivativeFromOutput) {
        this.outputs = new BatchBuffer(shape, precision);
        this.inputGradients = new BatchBuffer(shape, precision);
        this.function = function;
        this.derivativeFromOutput = derivativeFromOutput;
        this.lastOutput = outputs.of(1);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory numbers = Memory.of(input);
        lastOutput = outputs.of(Math.toIntExact(input.size(0)));
        for (int i = 0; i < lastOutput.length(); i++) {
            lastOutput.put(i, function.applyAsDouble(numbers.get(i)));
        }
        return lastOutput.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        for (int i = 0; i < gradient.length(); i++) {
            inputGradient.put(i, gradient.get(i) * derivativeFromOutput.applyAsDouble(lastOutput.get(i)));
        }
        return inputGradient.array();
    }
}
