package peekbench.bench;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.DistanceCorrelation;
import peekbench.metric.ValueAndGradient;
import peekbench.nn.array.Shape;

/** Distance correlation between [n, 784] and [n, 1176] with its gradient. */
final class DistanceCorrelationWork implements DoubleSupplier {
    private final INDArray inputs;
    private final INDArray smashed;

    DistanceCorrelationWork(int n) {
        this.inputs = RandomArrays.of(n, Shape.of(784));
        this.smashed = RandomArrays.of(n, Shape.of(1176));
    }

    /** The work once. */
    ValueAndGradient once() {
        return DistanceCorrelation.withGradient(inputs, smashed);
    }

    @Override
    public double getAsDouble() {
        return Timing.seconds(1, this::once);
    }
}
