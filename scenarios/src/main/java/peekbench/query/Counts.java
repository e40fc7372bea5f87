package peekbench.query;

import org.apiguardian.api.API;

/**
 * How much a filter lets pass.
 *
 * @param completed trials that completed
 * @param failed trials that ended by an error
 * @param unreadable trial folders that cannot be read
 * @param arms seed groups, each in its result folder
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Counts(int completed, int failed, int unreadable, int arms) {
    /** All trial folders. */
    public int trials() {
        return completed + failed + unreadable;
    }
}
