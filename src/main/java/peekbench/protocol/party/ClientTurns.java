package peekbench.protocol.party;

import java.util.EnumSet;
import java.util.Set;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.defense.DefensePlace;

/**
 * How the clients of a protocol that trains them one after the other take their turns.
 *
 * @param clients how many there are
 * @param order of turns
 * @param handOver what goes from one to the next
 * @param weights by what way
 * @param tested whose layers are tested
 * @param participation who takes part in an epoch
 */
public record ClientTurns(
        int clients,
        ClientOrder order,
        HandOver handOver,
        WeightsTransfer weights,
        TestedClient tested,
        Participation participation) {

    /** All places of defenses, but updates only where a client hands its weights on. */
    public Set<DefensePlace> defensePlaces() {
        return clients == 1 || weights == WeightsTransfer.NONE
                ? EnumSet.complementOf(EnumSet.of(DefensePlace.UPDATE))
                : EnumSet.allOf(DefensePlace.class);
    }

    /** What tells these turns from the usual ones, for tables: {@code , own layers}. */
    public String label() {
        String way = switch (weights) {
            case SERVER -> "";
            case ENCRYPTED_AT_SERVER -> ", encrypted at the server";
            case ENCRYPTED_AT_THIRD_PARTY -> ", encrypted at a third party";
            case PEER_TO_PEER -> ", peer-to-peer";
            case NONE -> ", own layers";
        };
        return way + (order.isRandom() ? ", random order" : "") + participation.label();
    }

    /** One client alone, which has nobody to exchange weights with. */
    static ClientTurns alone() {
        return new ClientTurns(
                1,
                ClientOrder.ROUND_ROBIN_BY_EPOCH,
                HandOver.WITH_OPTIMIZER_STATE,
                WeightsTransfer.NONE,
                TestedClient.LAST,
                Participation.ALL);
    }

    /** Clients that keep their own layers and optimiser's memory and train an epoch at a time. */
    public static ClientTurns keepingOwn(int clients, TestedClient tested, Participation participation) {
        return new ClientTurns(
                clients,
                ClientOrder.ROUND_ROBIN_BY_EPOCH,
                HandOver.WITH_OPTIMIZER_STATE,
                WeightsTransfer.NONE,
                tested,
                participation);
    }
}
