package peekbench.threat;

import java.util.List;
import java.util.function.Function;
import peekbench.nn.LossFunction;
import peekbench.nn.NamedLayer;
import peekbench.nn.Precision;
import peekbench.nn.Shape;

/**
 * Another client of a federated training. It has the global network before a round and after it and knows its own update, so
 * what is left is the average of the others': with two clients, the other's alone, and no aggregation, however secure, can
 * hide it.
 *
 * @param precision of the clients' arrays
 * @param inputShape the shape of one private input
 * @param layers of the whole network
 * @param loss that clients make small
 * @param rounds what it sees at each moment, in which what a client sends comes averaged with what all others but this one
 *     send
 */
@Role("a client that gets the average of each round")
public record AveragedPeerView(
        Precision precision,
        Shape inputShape,
        List<NamedLayer> layers,
        LossFunction loss,
        Function<Moment, ObservedRound> rounds)
        implements UpdatesView {
    public AveragedPeerView {
        layers = List.copyOf(layers);
    }

    @Override
    public ObservedRound at(Moment moment) {
        return rounds.apply(moment);
    }
}
