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
 * Federated averaging: in each round a fraction C of the clients takes the global network, trains it for E local epochs and
 * sends it back; the server averages, weighted by records. An epoch of the training is a round. Nothing is split while it
 * trains; afterwards the network is deployed split at the cut, and defenses of smashed data work there from the
 * beginning.
 *
 * <p>Deviation: an optimiser's memory, which the paper's plain SGD lacks, is forgotten at the beginning of a round.
 *
 * @param clients how many parties hold data
 * @param localEpochs E, passes over a client's own records in a round
 * @param batches how much of its records a client takes for one step
 * @param participation C and who else does not take part in a round
 */
@Paper(
        authors = "McMahan, Moore, Ramage, Hampson, Agüera y Arcas",
        title = "Communication-Efficient Learning of Deep Networks from Decentralized Data",
        year = 2017,
        venue = "AISTATS",
        section = "Algorithm 1")
@Name("federated-averaging")
@Summary("Clients train whole networks; the aggregator sees each one's weights")
@Sees(role = "aggregator", what = "the weights of each client after its local epochs")
@Sees(role = "clients", what = "the average of all")
public record FederatedAveraging(
        @Summary("how many parties hold data") int clients,

        @Default("1") @Summary("passes over a client's own records in a round")
        int localEpochs,

        @Default("mini-batches") @Summary("how much of its records a client takes for one step")
        LocalBatches batches,

        @Default("{}") @Summary("who takes part in a round") Participation participation)
        implements FederatedOptions {
    public FederatedAveraging {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.atLeast("local-epochs", localEpochs, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new FederatedAveragingProtocol(this, new FederatedMethod.Averaged());
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
        return label("FedAvg");
    }

    /** The label of rounds of these clients by another method. */
    String label(String method) {
        return method + ", " + Numbers.clients(clients) + (localEpochs == 1 ? "" : ", " + localEpochs + " local epochs")
                + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
