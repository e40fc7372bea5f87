package peekbench.defense.compression;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/** Between which numbers the levels of a quantization lie. */
public sealed interface QuantizationRange {

    /** The lowest level for a batch. */
    double low(INDArray smashed);

    /** The highest level for a batch. */
    double high(INDArray smashed);

    /** The range for tables. */
    String label();

    /** From the smallest to the largest number of each batch, which tells both. */
    @Summary("from the smallest to the largest number of each batch")
    record Batch() implements QuantizationRange {
        @Override
        public double low(INDArray smashed) {
            return smashed.minNumber().doubleValue();
        }

        @Override
        public double high(INDArray smashed) {
            return smashed.maxNumber().doubleValue();
        }

        @Override
        public String label() {
            return "range of the batch";
        }
    }

    /**
     * The same for all batches; numbers outside become its ends.
     *
     * @param low the lowest level
     * @param high the highest level, above {@code low}
     */
    @Summary("the same for all batches; numbers outside become its ends")
    record Fixed(
            @Summary("the lowest level") double low,
            @Summary("the highest level, above low") double high) implements QuantizationRange {
        /** @throws peekbench.problem.ConfigurationException when the range is empty or not finite */
        public Fixed {
            Problems problems = new Problems();
            if (!Double.isFinite(low)) {
                problems.add("low", "is " + low + "; it must be a finite number.");
            }
            if (!(Double.isFinite(high) && high > low)) {
                problems.add("high", "is " + high + "; it must be finite and above low, which is " + low + ".");
            }
            problems.throwIfAny();
        }

        @Override
        public double low(INDArray smashed) {
            return low;
        }

        @Override
        public double high(INDArray smashed) {
            return high;
        }

        @Override
        public String label() {
            return low + " to " + high;
        }
    }
}
