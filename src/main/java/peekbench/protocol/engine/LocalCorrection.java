package peekbench.protocol.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What a client of federated learning adds to the gradient of each of its steps, so that clients with unlike records do not
 * drift apart. The gradient is that of the loss with the defenses' terms, before weight decay.
 */
public sealed interface LocalCorrection {
    /** Adds nothing. */
    static LocalCorrection none() {
        return new None();
    }

    /**
     * Corrects one step.
     *
     * @param gradient {@code [P]}, changed
     * @param parameters {@code [P]} before the step
     */
    void correct(INDArray gradient, INDArray parameters);

    /** The correction of the parameters from one place to before another, which may be none. */
    default LocalCorrection part(long from, long to) {
        return from == to ? none() : slice(from, to);
    }

    /** {@link #part} of at least one parameter. */
    LocalCorrection slice(long from, long to);

    private static INDArray slice(INDArray vector, long from, long to) {
        return vector.get(NDArrayIndex.interval(from, to));
    }

    /** See {@link #none}. */
    record None() implements LocalCorrection {
        @Override
        public void correct(INDArray gradient, INDArray parameters) {}

        @Override
        public LocalCorrection slice(long from, long to) {
            return this;
        }
    }

    /**
     * The gradient {@code μ (w - w_0)} of a proximal term.
     *
     * @param mu μ
     * @param start {@code w_0 [P]}
     */
    record Proximal(double mu, INDArray start) implements LocalCorrection {
        @Override
        public void correct(INDArray gradient, INDArray parameters) {
            gradient.addi(parameters.sub(start).muli(mu));
        }

        @Override
        public LocalCorrection slice(long from, long to) {
            return new Proximal(mu, LocalCorrection.slice(start, from, to));
        }
    }

    /**
     * The difference {@code c - c_i} of control variates; what it corrects is summed.
     *
     * @param difference {@code [P]}
     * @param sum {@code [P]} of the uncorrected gradients, changed
     */
    record Controlled(INDArray difference, INDArray sum) implements LocalCorrection {
        @Override
        public void correct(INDArray gradient, INDArray parameters) {
            sum.addi(gradient);
            gradient.addi(difference);
        }

        @Override
        public LocalCorrection slice(long from, long to) {
            return new Controlled(LocalCorrection.slice(difference, from, to), LocalCorrection.slice(sum, from, to));
        }
    }
}
