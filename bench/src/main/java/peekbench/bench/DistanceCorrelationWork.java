package peekbench.bench;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.metric.DistanceCorrelation;
import peekbench.nn.Precision;
import peekbench.seed.Seed;

/** Distance correlation between [n, 784] and [n, 1176] with its gradient. */
final class DistanceCorrelationWork implements DoubleSupplier {
    private final INDArray inputs;
    private final INDArray smashed;

    DistanceCorrelationWork(int n) {
        this.inputs = random(n, 784);
        this.smashed = random(n, 1176);
    }

    private static INDArray random(int rows, int columns) {
        double[] numbers =
                Seed.of(columns).generator().doubles((long) rows * columns).toArray();
        return Nd4j.createFromArray(numbers)
                .castTo(Precision.FLOAT32.dataType())
                .reshape('c', rows, columns);
    }

    @Override
    public double getAsDouble() {
        return Timing.seconds(1, () -> DistanceCorrelation.withGradient(inputs, smashed));
    }
}
