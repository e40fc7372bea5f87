package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import java.util.Set;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.view.GradientView;
import peekbench.threat.view.LabelledServerView;
import peekbench.training.CommunicationCost;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * Split learning with labels at the server (Algorithms 1 and 2): clients take turns, the weights of the client that
 * trained last are handed on through the server, through a third party, from client to client, or not at all.
 *
 * <p>The server is sent the labels: {@link LabelledServerView} says so in numbers. The same training in two parties, labels
 * at the server and features at the clients, has the clients as attackers of labels; what returns to them is the same, so
 * {@link GradientView} shows it.
 *
 * <p>Deviations: the optimiser's memory is handed on as well unless asked otherwise, since without it training is not
 * identical to one party's with momentum; weights may also pass through the server unencrypted, which is the default.
 *
 * @param turns who the clients are and how they take turns
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "Algorithms 1 and 2")
@Name("vanilla-split")
@Summary("Clients in turn send smashed data and labels; the server sees both and may pass weights on")
@Sees(
        role = "server",
        what = "smashed data and labels of every batch, and clients' weights where these pass through it unencrypted")
@Sees(role = "next client", what = "the weights of the client before it")
@Sees(role = "wire", what = "what the server sees, and the returned gradients")
@Sees(
        role = "feature party",
        what =
                "the returned gradients, where labels are held at the server in place of being sent with smashed data; the"
                        + " two-party setting of Li et al. (2022), which trains the same weights")
public record VanillaSplit(@Inlined ClientTurns turns) implements ProtocolOptions {

    /** All clients by turns, with weights passed on by the server. */
    public VanillaSplit(int clients, ClientOrder order, HandOver handOver) {
        this(new ClientTurns(clients, order, handOver, WeightsTransfer.SERVER, TestedClient.LAST, Participation.ALL));
    }

    @Override
    public int clients() {
        return turns.clients();
    }

    @Override
    public Protocol create() {
        return new VanillaSplitProtocol(this);
    }

    @Override
    public Peers peers() {
        return Peers.of(clients(), turns.handsOn());
    }

    @Override
    public OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.of(turns.handsOn() ? cost.splitWithSharing() : cost.splitWithoutSharing());
    }

    /** Whoever sees smashed data, the server as one that is sent labels, and the feature party of {@link GradientView}. */
    @Override
    public Set<DefensePlace> defensePlaces() {
        return turns.defensePlaces();
    }

    @Override
    public String label() {
        return "vanilla split, " + Numbers.clients(clients()) + turns.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
