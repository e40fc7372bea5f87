package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import java.util.List;
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
 * Split learning through relays, "Tor like": {@code Eve_0 … Eve_M} each hold some layers between the clients' and the
 * server's; the server knows only the last of them, and a relay only its neighbours. Clients take turns and keep their
 * weights, encrypted, at a third party, since the server must not learn who they are.
 *
 * <p>Deviation: the paper leaves open how labels travel; here they go along with the tensors, so relays see them too.
 *
 * @param clients how many parties hold data
 * @param relays the cut at which each relay's layers end, in order
 * @param order how clients take turns
 * @param handOver what goes from one client to the next
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "6")
@Name("relays")
@Summary("Relays stand between; each sees its input and labels, the server the last relay's output")
@Sees(role = "first relay", what = "smashed data of every batch")
@Sees(role = "server", what = "what the last relay sends, and the labels, but not which client they are from")
public record Relays(
        @Summary("how many parties hold data") int clients,

        @Summary("the cut at which each relay's layers end, in order")
        List<String> relays,

        @Default("round-robin-by-batch") @Summary("how clients take turns")
        ClientOrder order,

        @Default("with-optimizer-state") @Summary("what goes from one client to the next")
        HandOver handOver,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements ProtocolOptions {
    public Relays {
        relays = List.copyOf(relays);
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        if (relays.isEmpty()) {
            problems.add(
                    "relays",
                    "is an empty list; give each relay the cut at which its layers end, or use"
                            + " vanilla-split, which has none.");
        }
        problems.throwIfAny();
    }

    ClientTurns turns() {
        return new ClientTurns(
                clients, order, handOver, WeightsTransfer.ENCRYPTED_AT_THIRD_PARTY, TestedClient.LAST, participation);
    }

    @Override
    public Protocol create() {
        return new RelaysProtocol(this);
    }

    @Override
    public Set<DefensePlace> defensePlaces() {
        return turns().defensePlaces();
    }

    @Override
    public String label() {
        return "split through " + relays.size() + (relays.size() == 1 ? " relay, " : " relays, ")
                + Numbers.clients(clients) + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
