package peekbench.result;

import org.apiguardian.api.API;

/** What becomes of the wish to write a trial. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Beginning {
    /**
     * It may be written.
     *
     * @param writer to write it with
     */
    record Writing(TrialWriter writer) implements Beginning {}

    /**
     * It is there already, perhaps since a moment ago by another run.
     *
     * @param trial as it is stored
     */
    record Complete(StoredTrial trial) implements Beginning {}

    /** Another run is writing it at this moment. */
    record Elsewhere() implements Beginning {}
}
