package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Leaky ReLU at work; the input's signs say which numbers were scaled. */
final class LeakyReluLayer implements Layer {
    private final double slope;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Memory lastInput;

    LeakyReluLayer(Shape shape, double slope, Precision precision) {
        this.slope = slope;
        this.outputs = new BatchBuffer(shape, precision);
        this.inputGradients = new BatchBuffer(shape, precision);
        this.lastInput = Memory.of(Nd4j.zeros(precision.dataType(), 1));
    }

    /** The backward pass reads the input. */
    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        lastInput = Memory.of(input);
        Memory output = outputs.of(Math.toIntExact(input.size(0)));
        for (int i = 0; i < output.length(); i++) {
            double x = lastInput.get(i);
            output.put(i, Math.max(x, slope * x));
        }
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory gradient = Memory.of(outputGradient);
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        for (int i = 0; i < inputGradient.length(); i++) {
            inputGradient.put(i, gradient.get(i) * (lastInput.get(i) > 0 ? 1 : slope));
        }
        return inputGradient.array();
    }
}
