package peekbench.plan.estimate;

import org.apiguardian.api.API;

/**
 * An expected amount and how far it may be off.
 *
 * @param low seldom less
 * @param expected most likely
 * @param high seldom more
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Span(double low, double expected, double high) {
    /** Nothing at all. */
    public static final Span NOTHING = new Span(0, 0, 0);

    /** @throws IllegalArgumentException when they are not in order */
    public Span {
        if (!(low <= expected && expected <= high)) {
            throw new IllegalArgumentException("Not in order: " + low + ", " + expected + ", " + high);
        }
    }

    /** Both together, when both are off to the same side. */
    public Span plus(Span other) {
        return new Span(low + other.low, expected + other.expected, high + other.high);
    }

    /** This many times as much. */
    public Span times(double factor) {
        return new Span(low * factor, expected * factor, high * factor);
    }
}
