package peekbench.protocol.federated;

import com.google.auto.service.AutoService;
import peekbench.problem.Problems;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;

/**
 * FedProx: federated averaging whose clients minimise {@code F_i(w) + μ/2 |w - w_0|²}, with {@code w_0} the weights that the
 * round began with, so that each step's gradient gets {@code μ (w - w_0)} on top. With μ = 0 it is federated averaging bit for
 * bit.
 *
 * <p>Deviations: averages are weighted by records, as in the authors' experiments, where Algorithm 2 draws clients with that
 * probability and averages them alike; clients take a fixed number of local epochs with the training's optimiser, which is one
 * way to the inexact solution that the paper asks for. As in federated averaging an optimiser's memory is forgotten at the
 * beginning of a round.
 *
 * @param averaging the rounds
 * @param mu μ, at least 0
 */
@Paper(
        authors = "Li, Sahu, Zaheer, Sanjabi, Talwalkar, Smith",
        title = "Federated Optimization in Heterogeneous Networks",
        year = 2020,
        venue = "MLSys",
        section = "Algorithm 2")
@Name("fedprox")
@Summary("Federated averaging with a proximal term; the aggregator sees each client's weights")
@Sees(role = "aggregator", what = "the weights of each client after its local epochs")
@Sees(role = "clients", what = "the average of all")
public record FedProx(
        @Inlined FederatedAveraging averaging,

        @Summary("how strongly clients are drawn back, 0 not at all")
        double mu) implements FederatedOptions.OfAveraging {
    public FedProx {
        Problems problems = new Problems();
        problems.nonNegative("mu", mu);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new FederatedAveragingProtocol(averaging, new FederatedMethod.WithProximalTerm(mu));
    }

    @Override
    public String label() {
        return averaging.label("FedProx μ = " + mu);
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
