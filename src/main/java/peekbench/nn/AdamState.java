package peekbench.nn;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.memory.Memory;

/** {@link Optimizer.Adam} on one segment or on numbers that are no segment's. */
final class AdamState implements OptimizerState {
    private final Optimizer.Adam options;
    private final Memory parameters;
    private final Memory gradients;
    private final Memory mean;
    private final Memory meanSquare;
    private double learningRateScale = 1;
    private long steps;

    AdamState(Optimizer.Adam options, INDArray parameters, INDArray gradients) {
        this.options = options;
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
        for (int i = 0; i < parameters.length(); i++) {
            double weight = parameters.get(i);
            double gradient = gradients.get(i) + options.weightDecay() * weight;
            double m = options.beta1() * mean.get(i) + (1 - options.beta1()) * gradient;
            double v = options.beta2() * meanSquare.get(i) + (1 - options.beta2()) * gradient * gradient;
            mean.put(i, m);
            meanSquare.put(i, v);
            parameters.put(i, weight - rate * m / (Math.sqrt(v) / correction + options.epsilon()));
        }
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
