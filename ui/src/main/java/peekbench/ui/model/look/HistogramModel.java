package peekbench.ui.model.look;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import peekbench.ui.service.picture.RecordScores;

/**
 * How many records have which score: this row's, filled, and the reference's, as an outline.
 *
 * @param scores this row's
 * @param low where the axis begins
 * @param high where it ends
 * @param counts records of this row, a number a bin
 * @param reference records of the reference; empty when it is this row
 */
public record HistogramModel(
        RecordScores scores, double low, double high, List<Integer> counts, Optional<List<Integer>> reference) {
    /** Bins of the axis. */
    public static final int BINS = 32;

    /** Over both. */
    public static HistogramModel of(RecordScores scores, Optional<RecordScores> reference) {
        double[] all = Arrays.copyOf(
                scores.toArray(),
                scores.size() + reference.map(RecordScores::size).orElse(0));
        reference.ifPresent(other -> System.arraycopy(other.toArray(), 0, all, scores.size(), other.size()));
        double low = finite(all).min().orElse(0);
        double high = finite(all).max().orElse(1);
        if (high <= low) {
            high = low + 1;
        }
        double end = high;
        return new HistogramModel(
                scores, low, end, counts(scores, low, end), reference.map(other -> counts(other, low, end)));
    }

    private static DoubleStream finite(double[] all) {
        return Arrays.stream(all).filter(Double::isFinite);
    }

    private static List<Integer> counts(RecordScores scores, double low, double high) {
        int[] counts = new int[BINS];
        for (int i = 0; i < scores.size(); i++) {
            if (!Double.isNaN(scores.at(i))) {
                counts[bin(scores.at(i), low, high)]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static int bin(double value, double low, double high) {
        double share = (value - low) / (high - low);
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor(share * BINS)));
    }

    /** The largest count of a bin, at least 1. */
    public int largest() {
        int own = Collections.max(counts);
        int other = reference.map(Collections::max).orElse(0);
        return Math.max(1, Math.max(own, other));
    }

    /** The scores of a bin; the first and last take what lies outside. */
    public RecordFilter.Range range(int bin) {
        double step = (high - low) / BINS;
        return new RecordFilter.Range(
                bin == 0 ? Double.NEGATIVE_INFINITY : low + bin * step,
                bin == BINS - 1 ? Double.POSITIVE_INFINITY : low + (bin + 1) * step);
    }

    /** The score at a share of the axis. */
    public double valueAt(double share) {
        return low + Math.max(0, Math.min(1, share)) * (high - low);
    }

    /** Where on the axis a score is, as a share of it. */
    public double shareOf(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    /** In words: {@code SSIM .61 to .64: 42 of 1000 records}. */
    public String describe(int bin) {
        double step = (high - low) / BINS;
        return name() + " " + write(low + bin * step) + " to " + write(low + (bin + 1) * step) + ": " + counts.get(bin)
                + " of " + scores.size() + " records";
    }

    /** What is counted, without its arrow. */
    public String name() {
        return scores.column().heading().replaceAll(" [\u2191\u2193]", "");
    }

    /** A score as tables write it. */
    public String write(double value) {
        return scores.column().metric().format().write(value);
    }
}
