package peekbench.protocol;

import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * Split learning with labels at the server (Algorithms 1 and 2): clients take turns, the weights of the client that
 * trained last are handed on through the server.
 *
 * <p>Deviations: the handed-on weights are not encrypted here, so the server could read them; the optimiser's memory is
 * handed on as well unless asked otherwise, since without it training is not identical to one party's with momentum.
 *
 * @param clients how many parties hold data
 * @param order how they take turns
 * @param handOver what goes from one to the next
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "Algorithms 1 and 2")
@Summary("clients in turn send smashed data and labels to the server and hand their weights on")
public record VanillaSplit(
        @Summary("how many parties hold data") int clients,

        @Default("round-robin-by-batch") @Summary("how clients take turns")
        ClientOrder order,

        @Default("with-optimizer-state") @Summary("what goes from one client to the next")
        HandOver handOver)
        implements ProtocolOptions {
    public VanillaSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new VanillaSplitProtocol(this);
    }

    @Override
    public String label() {
        return "vanilla split, " + clients + (clients == 1 ? " client" : " clients");
    }
}
