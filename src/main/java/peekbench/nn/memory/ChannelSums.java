package peekbench.nn.memory;

import java.util.Arrays;
import peekbench.nn.array.Precision;

/**
 * Sums over each channel of batches {@code [N, C, P]} of P places, and affine maps by channel.
 *
 * <p>Numbers at one place are summed over the examples in memory's precision, which goes by whole vectors; the places of a
 * channel are then summed in float64.
 */
public final class ChannelSums {
    private static final int X = 0;
    private static final int CENTRE = 1;

    private final int channels;
    private final int places;
    private final Chunks chunks;
    private final double[] held;

    public ChannelSums(int channels, int places, Precision precision) {
        this.channels = channels;
        this.places = places;
        this.chunks = Chunks.of(precision);
        this.held = new double[channels];
    }

    private int length() {
        return channels * places;
    }

    /** {@code Σ x}, a number a channel; overwritten by the next call. */
    public double[] sums(Memory x, int examples) {
        sums(x, examples, held);
        return held;
    }

    /** {@code sums[c] = Σ x}. */
    public void sums(Memory x, int examples, double[] sums) {
        Arrays.fill(sums, 0, channels, 0);
        for (int from = 0; from < length(); from += Chunks.LENGTH) {
            int count = Math.min(Chunks.LENGTH, length() - from);
            chunks.fill(1, 0, count, 0);
            for (int n = 0; n < examples; n++) {
                chunks.read(X, x, n * length() + from, count);
                chunks.apply(Arithmetic.ADD, 2, count);
            }
            collect(1, from, count, sums);
        }
    }

    /** {@code sums[c] = Σ (x - centres[c])²}. */
    public void squaredDeviations(Memory x, int examples, double[] centres, double[] sums) {
        Arrays.fill(sums, 0, channels, 0);
        for (int from = 0; from < length(); from += Chunks.LENGTH) {
            int count = Math.min(Chunks.LENGTH, length() - from);
            spread(centres, CENTRE, from, count);
            chunks.fill(2, 0, count, 0);
            for (int n = 0; n < examples; n++) {
                chunks.read(X, x, n * length() + from, count);
                chunks.apply(Deviations.ADD_SQUARE, 3, count);
            }
            collect(2, from, count, sums);
        }
    }

    /** {@code sums[c] = Σ g} and {@code products[c] = Σ g (x - centres[c])}. */
    public void deviationProducts(
            Memory g, Memory x, int examples, double[] centres, double[] sums, double[] products) {
        Arrays.fill(sums, 0, channels, 0);
        Arrays.fill(products, 0, channels, 0);
        for (int from = 0; from < length(); from += Chunks.LENGTH) {
            int count = Math.min(Chunks.LENGTH, length() - from);
            spread(centres, CENTRE, from, count);
            chunks.fill(3, 0, count, 0);
            chunks.fill(4, 0, count, 0);
            for (int n = 0; n < examples; n++) {
                chunks.read(X, x, n * length() + from, count);
                chunks.read(2, g, n * length() + from, count);
                chunks.apply(Deviations.ADD_PRODUCT, 5, count);
            }
            collect(3, from, count, sums);
            collect(4, from, count, products);
        }
    }

    /** {@code y = (x - centres[c]) factors[c] + shifts[c]}. */
    public void standardize(Memory x, Memory y, int examples, double[] centres, double[] factors, double[] shifts) {
        for (int from = 0; from < length(); from += Chunks.LENGTH) {
            int count = Math.min(Chunks.LENGTH, length() - from);
            spread(centres, CENTRE, from, count);
            spread(factors, 2, from, count);
            spread(shifts, 3, from, count);
            for (int n = 0; n < examples; n++) {
                chunks.read(X, x, n * length() + from, count);
                chunks.apply(Deviations.STANDARDIZE, 5, count);
                chunks.write(4, y, n * length() + from, count);
            }
        }
    }

    /**
     * {@code y = g factors[c] + (x - centres[c]) slopes[c] + shifts[c]}: the way back through {@link #standardize} where
     * centre and factor depend on x too.
     */
    public void standardizeGradient(
            Memory g,
            Memory x,
            Memory y,
            int examples,
            double[] centres,
            double[] factors,
            double[] slopes,
            double[] shifts) {
        for (int from = 0; from < length(); from += Chunks.LENGTH) {
            int count = Math.min(Chunks.LENGTH, length() - from);
            spread(centres, CENTRE, from, count);
            spread(factors, 3, from, count);
            spread(slopes, 4, from, count);
            spread(shifts, 5, from, count);
            for (int n = 0; n < examples; n++) {
                chunks.read(X, x, n * length() + from, count);
                chunks.read(2, g, n * length() + from, count);
                chunks.apply(Deviations.STANDARDIZE_GRADIENT, 7, count);
                chunks.write(6, y, n * length() + from, count);
            }
        }
    }

    /** Fills the places {@code [from, from + count)} of an example with the value of the channel that each lies in. */
    private void spread(double[] values, int array, int from, int count) {
        for (int at = 0; at < count; ) {
            int channel = (from + at) / places;
            int run = Math.min(count, (channel + 1) * places - from) - at;
            chunks.fill(array, at, run, values[channel]);
            at += run;
        }
    }

    /** Adds up the places of each channel. */
    private void collect(int array, int from, int count, double[] sums) {
        for (int at = 0; at < count; ) {
            int channel = (from + at) / places;
            int run = Math.min(count, (channel + 1) * places - from) - at;
            sums[channel] += chunks.sum(array, at, run);
            at += run;
        }
    }
}
