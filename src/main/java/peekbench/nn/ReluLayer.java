package peekbench.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Rectifier at work. */
final class ReluLayer implements Layer {
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Memory lastOutput;

    ReluLayer(Shape shape, Precision precision) {
        this.outputs = new BatchBuffer(shape, precision);
        this.inputGradients = new BatchBuffer(shape, precision);
        this.lastOutput = outputs.of(1);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        lastOutput = outputs.of(Math.toIntExact(input.size(0)));
        Memory.of(input).rectify(lastOutput, lastOutput.length());
        return lastOutput.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        Memory.of(outputGradient).rectifyGradient(lastOutput, inputGradient, inputGradient.length());
        return inputGradient.array();
    }
}
