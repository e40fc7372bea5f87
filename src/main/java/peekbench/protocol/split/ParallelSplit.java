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
 * joint batch, so a client's gradient is smaller by the number of clients than with a server of its own. What clients add of
 * their own is not, unless {@link ClientLosses#MEAN} is chosen, which is how we read the paper: there the distance correlation is
 * added to the cross-entropy, as one loss with "a batch size equal to I × (client's batch size)"; that clients compute it by
 * themselves is future work in its section 3.
 *
 * @param clients how many parties hold data
 * @param tested whose layers are tested
 * @param participation who takes part in an epoch
 * @param clientLosses how what clients add to the loss of their own stands beside the task's
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
        Participation participation,

        @Default("sum")
        @Summary("own losses, as NoPeek's, beside the task's mean over I clients: sum, or mean, divided by I too")
        ClientLosses clientLosses)
        implements OwnLayersOptions {
    public ParallelSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    /** Each client adds its whole own loss. */
    public ParallelSplit(int clients, TestedClient tested, Participation participation) {
        this(clients, tested, participation, ClientLosses.SUM);
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
