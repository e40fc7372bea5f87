package peekbench.protocol.federated;

import com.google.auto.service.AutoService;
import java.util.Optional;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;

/**
 * FedNova: federated averaging that divides each client's change of the weights by what its local steps add up to before it
 * averages, and multiplies the average by the clients' mean of that; see {@link NormalizedAverage} for the formula. Where all
 * clients take equally many steps it is federated averaging up to rounding. Clients tell how many steps they took in a number
 * that every message has, so no byte is added.
 *
 * <p>Steps of plain SGD count 1, those with momentum what the paper gives for it ({@link
 * peekbench.nn.Optimizer#accumulated}).
 *
 * <p>Deviations: steps of Adam, for which the paper gives no formula, count 1; weight decay is taken for part of the loss. As
 * in federated averaging an optimiser's memory is forgotten at the beginning of a round; the server has no momentum.
 *
 * @param averaging the rounds
 */
@Paper(
        authors = "Wang, Liu, Liang, Joshi, Poor",
        title = "Tackling the Objective Inconsistency Problem in Heterogeneous Federated Optimization",
        year = 2020,
        venue = "NeurIPS",
        section = "4")
@Name("fednova")
@Summary(
        "Federated averaging of normalised changes; the aggregator sees each client's weights and number " + "of steps")
@Sees(role = "aggregator", what = "the weights of each client after its local epochs, and how many steps it took")
@Sees(role = "clients", what = "the average of all")
public record FedNova(@Inlined FederatedAveraging averaging) implements FederatedOptions.OfAveraging {
    @Override
    public Protocol create() {
        return new FederatedAveragingProtocol(averaging, new FederatedMethod.Normalized());
    }

    @Override
    public Optional<String> reasonAgainstSums() {
        return FederatedMethod.Normalized.REASON_AGAINST_SUMS;
    }

    @Override
    public String label() {
        return averaging.label("FedNova");
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
