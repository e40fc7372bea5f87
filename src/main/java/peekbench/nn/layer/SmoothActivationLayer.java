package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.ElementwiseKernel;
import peekbench.nn.memory.Memory;

/** An activation whose derivative follows from its output. */
final class SmoothActivationLayer implements Layer {
    private final Chunks chunks;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final ElementwiseKernel function;
    private final ElementwiseKernel gradientFunction;
    private Memory lastOutput;

    /**
     * @param function from the input to the output
     * @param gradientFunction from the output and its gradient to that of the input
     */
    SmoothActivationLayer(
            Shape shape, Precision precision, ElementwiseKernel function, ElementwiseKernel gradientFunction) {
        this.chunks = Chunks.of(precision);
        this.outputs = new BatchBuffer(shape, precision);
        this.inputGradients = new BatchBuffer(shape, precision);
        this.function = function;
        this.gradientFunction = gradientFunction;
        this.lastOutput = outputs.of(1);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        lastOutput = outputs.of(Math.toIntExact(input.size(0)));
        chunks.run(function, Memory.of(input), lastOutput);
        return lastOutput.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        chunks.run(gradientFunction, lastOutput, Memory.of(outputGradient), inputGradient);
        return inputGradient.array();
    }
}
