package peekbench.bench;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** Data to compute on, where their values do not matter. */
final class RandomArrays {
    private RandomArrays() {}

    /** Uniform numbers {@code [examples, …]} in [0, 1), float32; the same for the same shape. */
    static INDArray of(int examples, Shape shape) {
        double[] numbers = Seed.of(2)
                .child(shape.toString())
                .generator()
                .doubles((long) examples * shape.length())
                .toArray();
        return Nd4j.createFromArray(numbers)
                .castTo(Precision.FLOAT32.dataType())
                .reshape('c', shape.withBatch(examples));
    }
}
