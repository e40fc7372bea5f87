package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import peekbench.problem.Problems;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;

/**
 * Federated split learning: as many server segments as clients, each pair trains by itself, and after each epoch the server
 * segments are averaged. Clients' layers stay their own.
 *
 * <p>Deviation: the average is weighted by the records that each segment learned from, and each segment keeps its
 * optimiser's memory; the paper says neither.
 *
 * @param clients how many parties hold data
 * @param tested whose layers are tested
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Turina, Zhang, Esposito, Matta",
        title = "Combining Split and Federated Architectures for Efficiency and Privacy in Deep Learning",
        year = 2020,
        venue = "CoNEXT",
        section = "2")
@Name("federated-split")
@Summary("A server segment a client, averaged; the server sees smashed data and labels of each")
@Sees(role = "server", what = "smashed data and labels of every client, each in layers of its own")
public record FederatedSplit(
        @Summary("how many parties hold data") int clients,

        @Default("last") @Summary("whose layers are tested") TestedClient tested,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements OwnLayersOptions {
    public FederatedSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new FederatedSplitProtocol(this);
    }

    @Override
    public String label() {
        return "federated split, " + Numbers.clients(clients) + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
