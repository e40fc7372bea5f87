package peekbench.engine;

import java.util.List;
import org.apiguardian.api.API;
import peekbench.result.StoredTrial;

/** Runs trials somewhere. Which engine runs a trial changes none of its figures. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface TrialEngine {
    /**
     * Runs trials, several at once. One that fails does not stop the others; results that cannot be written do.
     *
     * @param trials begun in this order
     * @param job all that they have in common
     * @return what was stored, completed or failed, in the order of the trials; those that were stopped are missing
     * @throws peekbench.result.file.ResultStoreException when a result cannot be written; those that are complete stay
     */
    List<StoredTrial> run(List<QueuedTrial> trials, EngineJob job);

    /** Words of a command line that choose it; none where the command line chooses so itself, or where trials find the same. */
    default List<String> words() {
        return List.of();
    }

    /** How many trials it runs side by side where nobody says: one a core of this machine. */
    default int sideBySide() {
        return Runtime.getRuntime().availableProcessors();
    }
}
