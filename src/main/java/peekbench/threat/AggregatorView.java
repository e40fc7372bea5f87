package peekbench.threat;

import java.util.List;
import java.util.function.Function;
import peekbench.nn.LossFunction;
import peekbench.nn.NamedLayer;
import peekbench.nn.Precision;
import peekbench.nn.Shape;

/**
 * A federated aggregator that follows the protocol and looks: it gave clients their network, loss and steps, and gets the
 * updates of single clients, as they are after every defense.
 *
 * @param precision of the clients' arrays
 * @param inputShape the shape of one private input
 * @param layers of the whole network
 * @param loss that clients make small
 * @param rounds what it sees at each moment
 */
@Role("an aggregator that gets the updates of single clients")
public record AggregatorView(
        Precision precision,
        Shape inputShape,
        List<NamedLayer> layers,
        LossFunction loss,
        Function<Moment, ObservedRound> rounds)
        implements UpdatesView {
    public AggregatorView {
        layers = List.copyOf(layers);
    }

    @Override
    public ObservedRound at(Moment moment) {
        return rounds.apply(moment);
    }
}
