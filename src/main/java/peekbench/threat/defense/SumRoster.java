package peekbench.threat.defense;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Whose updates are added up.
 *
 * @param number of the sum, different for each of a training
 * @param parties names of the clients that take part, as in {@code client-3}, in an order that all of them know
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SumRoster(long number, List<String> parties) {
    public SumRoster {
        parties = List.copyOf(parties);
    }
}
