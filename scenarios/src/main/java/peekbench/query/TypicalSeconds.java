package peekbench.query;

import org.apiguardian.api.API;

/**
 * How long trials took that completed before.
 *
 * @param median in seconds, from begin to end
 * @param trials how many
 * @param like what they have in common with the one that was asked about
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TypicalSeconds(double median, int trials, Like like) {
    /** How near trials are to the one that was asked about. */
    public enum Like {
        SAME_GROUP,
        SAME_PROTOCOL,
        SAME_SCENARIO
    }
}
