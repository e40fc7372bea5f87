package peekbench.attack.decoder;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.SavedState;

/**
 * Shift and scale of each channel, {@code (a - mean) / deviation}, so that neither training nor its step size depends on
 * the scale of the smashed data: a defense that only makes them smaller must not look like one that hides them.
 *
 * @param mean {@code [1, C, 1, 1]} for feature maps, {@code [1, F]} for vectors
 * @param deviation standard deviation, of the same shape; 1 where a channel is constant
 */
record Standardization(INDArray mean, INDArray deviation) {
    private static final int IMAGE_RANK = 4;
    /** A channel that varies by less than this share of its mean varies by rounding only. */
    private static final double ROUNDING = 1e-6;

    /** Of the channels of {@code examples [N, C, H, W]} or {@code [N, F]}. */
    static Standardization of(INDArray examples) {
        int[] axes = examples.rank() == IMAGE_RANK ? new int[] {0, 2, 3} : new int[] {0};
        INDArray mean = examples.mean(true, axes);
        INDArray deviation = examples.std(false, true, axes);
        for (long channel = 0; channel < deviation.length(); channel++) {
            if (!(deviation.getDouble(channel) > ROUNDING * Math.abs(mean.getDouble(channel)))) {
                deviation.putScalar(channel, 1);
            }
        }
        return new Standardization(mean, deviation);
    }

    /** One that was written down. */
    static Standardization restored(SavedState written) {
        INDArray unknown = Nd4j.scalar(0f);
        return new Standardization(written.array("mean", unknown), written.array("deviation", unknown));
    }

    void remember(SavedState state) {
        state.array("mean", mean);
        state.array("deviation", deviation);
    }

    /** The standardised values, in new memory. */
    INDArray apply(INDArray examples) {
        return examples.sub(mean).divi(deviation);
    }

    /** The values of standardised ones, in new memory. */
    INDArray invert(INDArray standardized) {
        return standardized.mul(deviation).addi(mean);
    }
}
