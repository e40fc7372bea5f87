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
 * @param meter takes note of losses
 */
record ClientSetup(
        PartyId id,
        LocalRecords records,
        Learner front,
        DefenseChain defenses,
        WeightExchange exchange,
        TrainingMeter meter) {
    /** The same client with another way to come by weights. */
    ClientSetup with(WeightExchange other) {
        return new ClientSetup(id, records, front, defenses, other, meter);
    }
}
