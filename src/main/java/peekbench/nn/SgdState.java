package peekbench.nn;

import java.util.List;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Descent;
import peekbench.nn.memory.Memory;

/** {@link Optimizer.Sgd} on one segment. */
final class SgdState implements OptimizerState {
    private final Optimizer.Sgd options;
    private final Chunks chunks;
    private final Memory parameters;
    private final Memory gradients;
    private final Memory velocity;
    private double learningRateScale = 1;
    private long steps;

    SgdState(Optimizer.Sgd options, Segment segment) {
        this.options = options;
        this.chunks = Chunks.of(segment.precision());
        this.parameters = Memory.of(segment.parameters());
        this.gradients = Memory.of(segment.gradients());
        this.velocity = Memory.of(Nd4j.zeros(segment.precision().dataType(), segment.parameterCount()));
    }

    @Override
    public void step() {
        steps++;
        Descent step = new Descent.Momentum(
                options.momentum(), options.weightDecay(), options.learningRate() * learningRateScale);
        chunks.run(step, gradients, parameters, velocity);
    }

    @Override
    public void scaleLearningRate(double factor) {
        learningRateScale = factor;
    }

    @Override
    public OptimizerSnapshot snapshot() {
        return new OptimizerSnapshot(steps, List.of(velocity.array().dup()));
    }

    @Override
    public void restore(OptimizerSnapshot snapshot) {
        steps = snapshot.steps();
        velocity.array().assign(snapshot.vectors().get(0));
    }
}
