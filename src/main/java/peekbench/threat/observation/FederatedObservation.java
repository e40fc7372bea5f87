package peekbench.threat.observation;

import java.util.List;
import java.util.function.Function;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;

/**
 * What there is to know of a federated training, and what of its rounds is seen.
 *
 * @param precision of the clients' arrays
 * @param inputShape the shape of one private input
 * @param layers of the whole network
 * @param loss that clients make small
 * @param rounds what is seen at each moment
 */
public record FederatedObservation(
        Precision precision,
        Shape inputShape,
        List<NamedLayer> layers,
        LossFunction loss,
        Function<Moment, ObservedRound> rounds) {
    public FederatedObservation {
        layers = NamedLayer.withoutWeights(layers);
    }
}
