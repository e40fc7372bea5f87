package peekbench.attack.hijacking;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;

/** The pilot, from inputs to smashed data, and its inverse, learned together by Adam on the mean squared error. */
final class Autoencoder {
    private final Segment pilot;
    private final Segment inverse;
    private final OptimizerState pilotOptimizer;
    private final OptimizerState inverseOptimizer;

    Autoencoder(Segment pilot, Segment inverse, double learningRate) {
        this.pilot = pilot;
        this.inverse = inverse;
        this.pilotOptimizer = Optimizer.Adam.of(learningRate).start(pilot);
        this.inverseOptimizer = Optimizer.Adam.of(learningRate).start(inverse);
    }

    /**
     * What one step met.
     *
     * @param smashed {@code [N, …]}, the pilot's output before the step, in memory of its own
     * @param loss mean squared error before the step
     */
    record Step(INDArray smashed, double loss) {}

    /** What the pilot makes of inputs {@code [N, …]} without learning, in memory of its own. */
    INDArray smashed(INDArray inputs) {
        return pilot.predict(inputs);
    }

    /** Learns from inputs {@code [N, …]}. */
    Step step(INDArray inputs) {
        INDArray smashed = pilot.forward(inputs).dup('c');
        LossAndGradient result = LossFunction.MEAN_SQUARED_ERROR.of(inverse.forward(smashed), inputs);
        pilot.backwardParameters(inverse.backward(result.gradient()));
        inverseOptimizer.step();
        pilotOptimizer.step();
        return new Step(smashed, result.loss());
    }

    /** The mean squared error on other inputs. */
    double loss(INDArray inputs) {
        return LossFunction.MEAN_SQUARED_ERROR
                .of(inverse.predict(pilot.predict(inputs)), inputs)
                .loss();
    }

    /** The inverse as it is now. */
    Segment inverse() {
        return inverse.copy();
    }

    /** Weights of both networks. */
    int parameterCount() {
        return pilot.parameterCount() + inverse.parameterCount();
    }
}
