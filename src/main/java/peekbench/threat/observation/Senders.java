package peekbench.threat.observation;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * From which client each message came, which whoever receives it knows. Where clients have layers of their own, their smashed
 * data are of different functions; where all have the same, it is one client that sends everything.
 *
 * @param tested the number of the client that encodes what no client trained on
 * @param numbers by the private records that they belong to, in their order, the number of the client that sent each; of sets
 *     that are missing the tested client sent all
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Senders(int tested, Map<TargetSet, List<Integer>> numbers) {
    /** All clients have the same layers. */
    public static final Senders ALIKE = new Senders(0, Map.of());

    public Senders {
        numbers = Map.copyOf(numbers);
    }

    /** Who sent the record at a place of a set. */
    public int of(TargetSet targets, int place) {
        List<Integer> sent = numbers.get(targets);
        return sent == null ? tested : sent.get(place);
    }
}
