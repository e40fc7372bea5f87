package peekbench.metric;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The values that a figure can have.
 *
 * @param low the smallest; may be infinite
 * @param high the largest; may be infinite
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Bounds(double low, double high) {
    /** Any value. */
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final Pattern RANGE = Pattern.compile("[\\[(]([^,]+),\\s*([^,\\])]+)[\\])]");

    /** Those of a range as metrics write it, {@code [0, 1]} or {@code [0, ∞)}; none where it is written otherwise. */
    static Bounds of(String range) {
        Matcher ends = RANGE.matcher(range);
        if (!ends.matches()) {
            return NONE;
        }
        Optional<Double> low = number(ends.group(1).strip());
        Optional<Double> high = number(ends.group(2).strip());
        return low.isPresent() && high.isPresent() && low.get() <= high.get()
                ? new Bounds(low.get(), high.get())
                : NONE;
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.replace("\u221e", "Infinity")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The value, or the bound that it lies beyond. */
    public double constrain(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
