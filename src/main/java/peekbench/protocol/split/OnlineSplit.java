package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * Online split learning: all clients make their initial weights from one seed in place of a transfer and exchange, through
 * a third party that cannot read them, only what each turn added to the weights. A client that joins late rebuilds the
 * weights from the seed and all updates.
 *
 * <p>Deviation: weights are the old ones plus the update, as rounded, also at the client that trained; training therefore
 * differs from {@link VanillaSplit} without the optimiser's memory in the last bits.
 *
 * @param clients how many parties hold data
 * @param order how they take turns
 * @param lateClients how many of them, the last ones, join late
 * @param joinEpoch the first epoch of those, from 1
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "3.4")
@Name("online-split")
@Summary("Clients exchange encrypted updates; the server sees smashed data and labels")
@Sees(role = "server", what = "smashed data and labels of every batch, and encrypted weight updates")
@Sees(role = "other clients", what = "the weight updates of all")
public record OnlineSplit(
        @Summary("how many parties hold data") int clients,

        @Default("round-robin-by-epoch") @Summary("how clients take turns")
        ClientOrder order,

        @Default("0") @Summary("how many of the clients, the last ones, join late")
        int lateClients,

        @Default("2") @Summary("the first epoch of clients that join late")
        int joinEpoch,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements ProtocolOptions {
    public OnlineSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.inRange("late-clients", lateClients, 0, Math.max(0, clients - 1));
        problems.atLeast("join-epoch", joinEpoch, 1);
        problems.throwIfAny();
    }

    /** Whether a client is there. */
    boolean joined(int client, int epoch) {
        return epoch >= joinEpoch || client < clients - lateClients;
    }

    ClientTurns turns() {
        return new ClientTurns(
                clients,
                order,
                HandOver.WEIGHTS_ONLY,
                WeightsTransfer.ENCRYPTED_AT_THIRD_PARTY,
                TestedClient.LAST,
                participation);
    }

    @Override
    public Protocol create() {
        return new OnlineSplitProtocol(this);
    }

    /** Updates go to other clients only, encrypted, and a defense that changed them would part the clients. */
    @Override
    public Set<DefensePlace> defensePlaces() {
        return EnumSet.complementOf(EnumSet.of(DefensePlace.UPDATE));
    }

    @Override
    public String label() {
        return "online split, " + Numbers.clients(clients) + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
