package peekbench.protocol.party;

import java.util.EnumSet;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.registry.Default;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;

/**
 * How the clients of a protocol that trains them one after the other take their turns.
 *
 * @param clients how many there are
 * @param order how they take turns
 * @param handOver what goes from one to the next
 * @param weights by what way
 * @param tested whose layers are tested where each client keeps its own
 * @param participation who takes part in an epoch
 */
public record ClientTurns(
        @Summary("how many parties hold data") int clients,

        @Default("round-robin-by-batch") @Summary("how clients take turns")
        ClientOrder order,

        @Default("with-optimizer-state") @Summary("what goes from one client to the next")
        HandOver handOver,

        @Default("server") @Summary("by what way weights go from one client to the next")
        WeightsTransfer weights,

        @Default("last") @Summary("whose layers are tested where each client keeps its own")
        TestedClient tested,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation) {
    public ClientTurns {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    /** Whether clients hand on what they have learned, if there are others to hand it on to. */
    public boolean handsOn() {
        return clients > 1 && weights != WeightsTransfer.NONE;
    }

    /** All places of defenses, but updates only where a client hands its weights on. */
    public Set<DefensePlace> defensePlaces() {
        return handsOn() ? EnumSet.allOf(DefensePlace.class) : EnumSet.complementOf(EnumSet.of(DefensePlace.UPDATE));
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
