package peekbench.data;

import org.apiguardian.api.API;

/** Hears how far the reading of a data set is, and what was found on the way that is no mistake. May be told by any thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface LoadProgress {
    /**
     * Takes note of what has been read.
     *
     * @param what is read, for a person
     * @param done so far, in whatever unit
     * @param total in the same unit
     */
    default void read(String what, long done, long total) {}

    /** Takes note of what a person should know of the data though it is no mistake, a sentence: {@link Dataset#remarks}. */
    default void remarked(String remark) {}

    /** Hears and says nothing. */
    static LoadProgress none() {
        return new LoadProgress() {};
    }
}
