package peekbench.data.catalogue;

import org.apiguardian.api.API;
import peekbench.data.LoadProgress;

/** Hears how far a download is, and what is read of it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface FetchProgress extends LoadProgress {
    /**
     * Takes note of what has arrived.
     *
     * @param file which file
     * @param bytes arrived so far
     * @param total of the whole file; -1 when the mirror does not say
     */
    void received(String file, long bytes, long total);

    /** Hears and says nothing. */
    static FetchProgress silent() {
        return (file, bytes, total) -> {};
    }
}
