package peekbench.nn;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Descent;
import peekbench.nn.memory.Memory;

/** {@link Optimizer.Adam} on one segment or on numbers that are no segment's. */
final class AdamState implements OptimizerState {
    private final Optimizer.Adam options;
    private final Chunks chunks;
    private final Memory parameters;
    private final Memory gradients;
    private final Memory mean;
    private final Memory meanSquare;
    private double learningRateScale = 1;
    private long steps;

    AdamState(Optimizer.Adam options, INDArray parameters, INDArray gradients) {
        this.options = options;
        this.chunks = Chunks.of(Precision.of(parameters.dataType()));
        this.parameters = Memory.of(parameters);
        this.gradients = Memory.of(gradients);
        this.mean = Memory.of(Nd4j.zeros(parameters.dataType(), parameters.length()));
        this.meanSquare = Memory.of(Nd4j.zeros(parameters.dataType(), parameters.length()));
    }

    @Override
    public void step() {
        steps++;
        double rate = options.learningRate() * learningRateScale / (1 - Math.pow(options.beta1(), steps));
        double correction = Math.sqrt(1 - Math.pow(options.beta2(), steps));
        Descent step = new Descent.Adam(
                options.beta1(), options.beta2(), options.epsilon(), options.weightDecay(), rate, correction);
        chunks.run(step, gradients, parameters, mean, meanSquare);
    }

    @Override
    public void scaleLearningRate(double factor) {
        learningRateScale = factor;
    }

    @Override
    public OptimizerSnapshot snapshot() {
        return new OptimizerSnapshot(
                steps, List.of(mean.array().dup(), meanSquare.array().dup()));
    }

    @Override
    public void restore(OptimizerSnapshot snapshot) {
        steps = snapshot.steps();
        mean.array().assign(snapshot.vectors().get(0));
        meanSquare.array().assign(snapshot.vectors().get(1));
    }
}
