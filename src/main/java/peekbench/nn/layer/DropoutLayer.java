package peekbench.nn.layer;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;
import peekbench.seed.Seed;

/** Dropout at work; keeps the factor, 0 or the scale, of every number of the last training pass. */
final class DropoutLayer implements Layer {
    private final double rate;
    private final BatchBuffer factors;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Seed pass = Seed.of(0);
    private Memory lastFactors;
    private boolean inferenceOnly;

    DropoutLayer(Shape shape, double rate, Precision precision) {
        this.rate = rate;
        this.factors = new BatchBuffer(shape, precision);
        this.outputs = new BatchBuffer(shape, precision);
        this.inputGradients = new BatchBuffer(shape, precision);
        this.lastFactors = Memory.of(Nd4j.zeros(precision.dataType(), 1));
    }

    @Override
    public void prepareTrainingPass(Seed next) {
        pass = next;
    }

    @Override
    public void inferenceOnly() {
        inferenceOnly = true;
    }

    /** The backward pass reads the factors. */
    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory numbers = Memory.of(input);
        Memory output = outputs.of(Math.toIntExact(input.size(0)));
        if (!training) {
            numbers.copy(0, output, 0, output.length());
            return output.array();
        }
        lastFactors = factors.of(Math.toIntExact(input.size(0)));
        if (inferenceOnly) {
            lastFactors.fill(0, output.length(), 1);
            numbers.copy(0, output, 0, output.length());
            return output.array();
        }
        RandomGenerator generator = pass.generator();
        for (int i = 0; i < output.length(); i++) {
            double factor = generator.nextDouble() < rate ? 0 : 1 / (1 - rate);
            lastFactors.put(i, factor);
            output.put(i, factor * numbers.get(i));
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
            inputGradient.put(i, gradient.get(i) * lastFactors.get(i));
        }
        return inputGradient.array();
    }
}
