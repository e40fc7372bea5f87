package peekbench.protocol.federated;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.CommunicationCost;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;
import peekbench.training.TrainingOptions;

/**
 * Federated SGD: in each round a fraction C of the clients sends the gradient of the global network on all their records;
 * the server averages them, weighted by records, and takes one step. An epoch of the training is a round.
 *
 * @param clients how many parties hold data
 * @param batches how much of its records a client takes; with mini-batches, the first of a shuffling
 * @param participation C and who else does not take part in a round
 */
@Paper(
        authors = "McMahan, Moore, Ramage, Hampson, Agüera y Arcas",
        title = "Communication-Efficient Learning of Deep Networks from Decentralized Data",
        year = 2017,
        venue = "AISTATS",
        section = "2, FedSGD")
@Name("federated-sgd")
@Summary("Clients send gradients of whole networks; the aggregator sees each one's gradient")
@Sees(role = "aggregator", what = "the gradient of each client in every round")
@Sees(role = "clients", what = "the weights after each step")
public record FederatedSgd(
        @Summary("how many parties hold data") int clients,

        @Default("all-records") @Summary("how much of its records a client takes for one gradient")
        LocalBatches batches,

        @Default("{}") @Summary("who takes part in a round") Participation participation)
        implements FederatedOptions {
    public FederatedSgd {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new FederatedSgdProtocol(this);
    }

    @Override
    public boolean needsFullBatches() {
        return batches == LocalBatches.MINI_BATCHES;
    }

    @Override
    public int recordsAStep(int records, TrainingOptions training) {
        return batches.records(records, training.batchSize());
    }

    @Override
    public OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.of(cost.federated());
    }

    @Override
    public String label() {
        return "FedSGD, " + Numbers.clients(clients) + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
