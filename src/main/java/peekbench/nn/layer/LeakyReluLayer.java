package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.ElementwiseKernel;
import peekbench.nn.memory.LeakyRectifier;
import peekbench.nn.memory.Memory;

/** Leaky ReLU at work; the input's signs say which numbers were scaled. */
final class LeakyReluLayer implements Layer {
    private final Chunks chunks;
    private final ElementwiseKernel function;
    private final ElementwiseKernel gradientFunction;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Memory lastInput;

    LeakyReluLayer(Shape shape, double slope, Precision precision) {
        this.chunks = Chunks.of(precision);
        this.function = new LeakyRectifier(slope);
        this.gradientFunction = new LeakyRectifier.Gradient(slope);
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
        chunks.run(function, lastInput, output);
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory gradient = Memory.of(outputGradient);
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        chunks.run(gradientFunction, lastInput, gradient, inputGradient);
        return inputGradient.array();
    }
}
