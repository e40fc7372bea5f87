package peekbench.threat;

import peekbench.nn.Precision;
import peekbench.seed.Seed;

/**
 * What a defense knows about the party that it protects.
 *
 * @param party the party's name, as in {@code client-3}
 * @param seed source of the party's random numbers for defenses
 * @param precision of all arrays
 */
public record DefenseContext(String party, Seed seed, Precision precision) {}
