package peekbench.protocol;

import peekbench.channel.PartyId;
import peekbench.threat.DefenseChain;

/**
 * What every client of a split network has.
 *
 * @param id its name
 * @param records its own
 * @param front its first layers
 * @param defenses its own, in order
 * @param exchange how it comes by others' weights
 */
record ClientSetup(PartyId id, LocalRecords records, Learner front, DefenseChain defenses, WeightExchange exchange) {}
