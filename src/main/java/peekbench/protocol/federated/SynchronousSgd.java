package peekbench.protocol.federated;

import com.google.auto.service.AutoService;
import java.util.Optional;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;

/**
 * Large-batch synchronous SGD with backup workers: in each step all workers compute the gradient of one mini-batch at the
 * current weights; the server waits for the first {@code N} of {@code N + b}, steps along their mean and drops the rest.
 *
 * <p>Deviations: workers are the clients, each with its own records, where the paper's share one data set; who comes late is
 * decided by a seeded model of delays in place of real ones.
 *
 * @param clients {@code N + b}, how many workers there are
 * @param backups {@code b}, how many of them are not waited for
 * @param delay how long workers take
 * @param participation who takes part in an epoch; of fewer workers, all but the backups are waited for
 */
@Paper(
        authors = "Chen, Pan, Monga, Bengio, Jozefowicz",
        title = "Revisiting Distributed Synchronous SGD",
        year = 2016,
        venue = "arXiv:1604.00981",
        section = "Algorithms 3 and 4")
@Name("synchronous-sgd")
@Summary("Workers send gradients of mini-batches, the slowest are dropped; the aggregator sees all")
@Sees(role = "aggregator", what = "the gradient of each client that answers in time")
@Sees(role = "clients", what = "the weights after each step")
public record SynchronousSgd(
        @Summary("how many workers hold data, backups among them")
        int clients,

        @Default("0") @Summary("how many of them are not waited for")
        int backups,

        @Default("{}") @Summary("how long workers take") StragglerDelay delay,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements FederatedOptions {
    public SynchronousSgd {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.inRange("backups", backups, 0, Math.max(0, clients - 1));
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new SynchronousSgdProtocol(this);
    }

    @Override
    public Optional<String> reasonAgainstSums() {
        return backups == 0
                ? FederatedOptions.super.reasonAgainstSums()
                : Optional.of("the gradients of its " + backups + " backups are dropped, so masks do not cancel; use no"
                        + " backups");
    }

    @Override
    public String label() {
        return "synchronous SGD, " + clients + " workers"
                + (backups == 0 ? "" : ", " + backups + (backups == 1 ? " backup" : " backups"))
                + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
