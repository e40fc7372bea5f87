package peekbench.query;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What became different in an index.
 *
 * @param now to ask again with
 * @param anew whether the index was made anew since, so that all is to be read again
 * @param changed trials that came or were written again
 * @param removed those that are gone
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Changes(Stamp now, boolean anew, List<Place> changed, List<Place> removed) {
    public Changes {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** A state of an index. */
    public record Stamp(long generation, long change) {
        /** Before there was anything. */
        public static final Stamp NONE = new Stamp(0, 0);
    }

    /** A trial folder: its result folder below the workspace, and its id. */
    public record Place(String folder, String id) {}
}
