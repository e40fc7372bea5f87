package peekbench.threat.defense;

import java.util.function.Supplier;
import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;

/**
 * What a defense knows about the party that it protects.
 *
 * @param party the party's name, as in {@code client-3}
 * @param seed source of the party's random numbers for defenses
 * @param shared source of random numbers that all parties of a training know alike, as from a nonce that the server sends
 *     over a secure channel
 * @param ownRecords reads the party's own records with labels, at each call anew; throws {@link IllegalStateException}
 *     where the party has none, as a server
 * @param precision of all arrays
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DefenseContext(
        String party, Seed seed, Seed shared, Supplier<OwnRecords> ownRecords, Precision precision) {}
