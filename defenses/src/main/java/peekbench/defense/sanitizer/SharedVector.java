package peekbench.defense.sanitizer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** The random vector that a nonce gives; whoever knows the nonce and the input's shape has the same. */
final class SharedVector {
    private static final String STREAM = "random-vector";

    private final Factors factors;
    private final Granularity granularity;
    private final Seed nonce;

    SharedVector(Factors factors, Granularity granularity, Seed nonce) {
        this.factors = factors;
        this.granularity = granularity;
        this.nonce = nonce.child(STREAM);
    }

    /**
     * Multiplies each input by the vector.
     *
     * @param input {@code [N, …]}
     * @return {@code [N, …]}, new memory in C order
     */
    INDArray multiply(INDArray input) {
        Shape shape = Shape.ofExample(input.shape());
        INDArray vector = Nd4j.createFromArray(of(shape)).castTo(input.dataType());
        INDArray rows = input.dup('c').reshape('c', input.size(0), shape.length());
        return rows.muliRowVector(vector).reshape('c', input.shape());
    }

    /** The factors of an input's numbers in C order; drawn anew at each call, which costs less than the product. */
    private double[] of(Shape input) {
        double[] vector = new double[input.length()];
        int run = granularity.runLength(input);
        RandomGenerator generator = nonce.generator();
        for (int from = 0; from < vector.length; from += run) {
            Arrays.fill(vector, from, from + run, factors.draw(generator));
        }
        return vector;
    }

    /** What differs from the defaults, in brackets, for labels; empty when nothing does. */
    static String deviations(Factors factors, Granularity granularity) {
        String distribution = factors instanceof Factors.Normal ? "" : factors.label();
        String sharing = granularity == Granularity.ELEMENT ? "" : "one a channel";
        String separator = distribution.isEmpty() || sharing.isEmpty() ? "" : ", ";
        String all = distribution + separator + sharing;
        return all.isEmpty() ? "" : " (" + all + ")";
    }
}
