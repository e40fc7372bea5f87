package peekbench.nn.layer;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Arithmetic;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.ElementwiseKernel;
import peekbench.nn.memory.Memory;
import peekbench.seed.Seed;

/** Dropout at work; keeps the factor, 0 or the scale, of every number of the last training pass. */
final class DropoutLayer implements Layer {
    private final double rate;
    private final Chunks chunks;
    private final BatchBuffer factors;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Seed pass = Seed.of(0);
    private Memory lastFactors;
    private boolean inferenceOnly;

    DropoutLayer(Shape shape, double rate, Precision precision) {
        this.rate = rate;
        this.chunks = Chunks.of(precision);
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
        chunks.run(new Drawing(pass.generator(), rate), numbers, lastFactors, output);
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory gradient = Memory.of(outputGradient);
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        chunks.run(Arithmetic.PRODUCT, gradient, lastFactors, inputGradient);
        return inputGradient.array();
    }

    /** From the input to the factors, drawn number by number, and to what is left. */
    private record Drawing(RandomGenerator generator, double rate) implements ElementwiseKernel {
        @Override
        public int read() {
            return 1;
        }

        @Override
        public int written() {
            return 2;
        }

        private double draw() {
            return generator.nextDouble() < rate ? 0 : 1 / (1 - rate);
        }

        @Override
        public void run(float[][] operands, int count) {
            for (int i = 0; i < count; i++) {
                double factor = draw();
                operands[1][i] = (float) factor;
                operands[2][i] = (float) (factor * operands[0][i]);
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            for (int i = 0; i < count; i++) {
                operands[1][i] = draw();
                operands[2][i] = operands[1][i] * operands[0][i];
            }
        }
    }
}
