package peekbench.threat.observation;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * What one client sent of the private records.
 *
 * @param client its number
 * @param places which of each set, in their order; sets of which it sent nothing are missing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Sent(int client, Map<TargetSet, int[]> places) {
    public Sent {
        places = Map.copyOf(places);
    }

    /** How many records they are. */
    public int size() {
        return places.values().stream().mapToInt(of -> of.length).sum();
    }
}
