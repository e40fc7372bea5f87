package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.CommunicationCost;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * SplitFed: clients train like split learning's and an aggregator averages their layers after each epoch. In the first
 * version the server has a segment for each client and averages those as well; in the second it has one, which learns from
 * the clients one after the other in an order that is drawn anew each epoch.
 *
 * <p>Deviations: clients of the first version, which train side by side in the paper, are simulated one after the other,
 * which gives the same weights; each party keeps its optimiser's memory.
 *
 * @param clients how many parties hold data
 * @param version of the two
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Thapa, Chamikara, Camtepe, Sun",
        title = "SplitFed: When Federated Learning Meets Split Learning",
        year = 2022,
        venue = "AAAI",
        section = "Algorithms 1 and 2")
@Name("split-fed")
@Summary("Split learning with averaged clients; the server sees smashed data and labels, the aggregator "
        + "the clients' layers")
@Sees(role = "main server", what = "smashed data and labels of every client")
@Sees(role = "fed server", what = "the weights of every client's layers after each round")
public record SplitFed(
        @Summary("how many parties hold data") int clients,

        @Default("first") @Summary("first: a server segment a client, averaged; second: one that learns in turn")
        Version version,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements ProtocolOptions {
    /** The two versions of the paper. */
    public enum Version {
        /** A server segment for each client, averaged after each epoch. */
        FIRST,
        /** One server segment, which learns from one client after the other. */
        SECOND
    }

    public SplitFed {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new SplitFedProtocol(this);
    }

    @Override
    public OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.of(cost.splitWithoutSharing() + cost.clientShare() * cost.federated());
    }

    @Override
    public String label() {
        return "SplitFed v" + (version == Version.FIRST ? 1 : 2) + ", " + Numbers.clients(clients)
                + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
