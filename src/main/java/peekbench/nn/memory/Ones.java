package peekbench.nn.memory;

import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;

/** A vector of ones, with which BLAS adds biases and sums gradients. */
public final class Ones {
    private Ones() {}

    public static Memory of(int length, Precision precision) {
        return Memory.of(Nd4j.ones(precision.dataType(), length));
    }
}
