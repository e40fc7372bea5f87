package peekbench.result;

import org.apiguardian.api.API;

/** What becomes of a complete trial of the same work. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Existing {
    /** It is taken as it is. */
    KEEP,
    /** It stays until a newer run of it is complete, which takes its place. */
    REPLACE
}
