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
 * Parallel split learning: in each step all clients send smashed data at once, the server learns from one batch of clients
 * times batch, and each client gets its rows of the gradient. Every client keeps its own layers.
 *
 * <p>Deviations: a client whose records are used up sits out the last steps of an epoch. The loss is the mean over the
 * joint batch, so a client's gradient is smaller by the number of clients than with a server of its own.
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
@Name("parallel-split")
@Summary("All clients send at once; the server sees smashed data and labels of each")
@Sees(role = "server", what = "smashed data and labels of every client in every step")
public record ParallelSplit(
        @Summary("how many parties hold data") int clients,

        @Default("last") @Summary("whose layers are tested") TestedClient tested,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements OwnLayersOptions {
    public ParallelSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new ParallelSplitProtocol(this);
    }

    @Override
    public String label() {
        return "parallel split, " + Numbers.clients(clients) + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
