package peekbench.result;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a result folder holds.
 *
 * @param trials that can be read, completed or failed, by id
 * @param unreadable the others: damaged, foreign, half deleted, or of a newer Peekbench
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record StoredTrials(List<StoredTrial> trials, List<UnreadableTrial> unreadable) {
    public StoredTrials {
        trials = List.copyOf(trials);
        unreadable = List.copyOf(unreadable);
    }
}
