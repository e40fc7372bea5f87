package peekbench.protocol.party;

import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.WeightExchange;
import peekbench.threat.defense.DefenseChain;

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
public record ClientSetup(
        PartyId id,
        LocalRecords records,
        Learner front,
        DefenseChain defenses,
        WeightExchange exchange,
        TrainingMeter meter) {
    /** The same client with another way to come by weights. */
    public ClientSetup with(WeightExchange other) {
        return new ClientSetup(id, records, front, defenses, other, meter);
    }
}
