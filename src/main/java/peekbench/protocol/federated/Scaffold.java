package peekbench.protocol.federated;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.CommunicationCost;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;

/**
 * SCAFFOLD: federated averaging whose clients correct each gradient g to {@code g - c_i + c}. The control variate {@code c_i}
 * is the mean gradient of the client's last turn, c the mean of all clients' {@code c_i}; both are 0 at first. Clients are
 * weighted alike and the server's step is 1. Beside the weights c goes to the client and the change of {@code c_i} comes back,
 * which doubles the bytes.
 *
 * <p>{@code c_i} is summed from the gradients of the turn. For plain SGD that is the paper's option II, {@code c_i - c + (w_0 -
 * w_i) / (K η)} after K steps of size η from {@code w_0} to {@code w_i}, since the steps went along {@code g - c_i + c}; it
 * means the same with momentum and Adam, where option II would not. Weight decay is no part of it.
 *
 * <p>With one client it is federated averaging bit for bit. A client remembers {@code c_i} between its turns, as many numbers
 * as the network has parameters, so memory grows with the clients that ever had one. A defense of updates is applied to the
 * weights and to the change of {@code c_i}, each by itself.
 *
 * <p>Deviation: as in federated averaging an optimiser's memory is forgotten at the beginning of a round.
 *
 * @param averaging the rounds
 */
@Paper(
        authors = "Karimireddy, Kale, Mohri, Reddi, Stich, Suresh",
        title = "SCAFFOLD: Stochastic Controlled Averaging for Federated Learning",
        year = 2020,
        venue = "ICML",
        section = "Algorithm 1, option II")
@Name("scaffold")
@Summary("Federated averaging with control variates; the aggregator sees each client's weights and mean " + "gradient")
@Sees(role = "aggregator", what = "the weights of each client after its local epochs, and its mean gradient")
@Sees(role = "clients", what = "the averages of all weights and gradients")
public record Scaffold(@Inlined FederatedAveraging averaging) implements FederatedOptions.OfAveraging {
    @Override
    public Protocol create() {
        Protocol rounds = new FederatedAveragingProtocol(averaging, new FederatedMethod.WithControlVariates());
        // Nobody is shown what single clients send: it depends on the control variates that they remember from turn to
        // turn,
        // so one turn that is watched by itself would not be a client's.
        return (setup, observer) -> rounds.train(setup, observer);
    }

    @Override
    public Optional<String> reasonAgainstSums() {
        return FederatedMethod.WithControlVariates.REASON_AGAINST_SUMS;
    }

    @Override
    public OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.of(2 * cost.federated());
    }

    @Override
    public String label() {
        return averaging.label("SCAFFOLD");
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
