package peekbench.threat;

import java.util.Set;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Precision;
import peekbench.nn.Segment;
import peekbench.nn.Shape;

/**
 * Another client whose layers are those of the others, because they were handed on to it or averaged with its own, and who
 * listens on the unencrypted wire of the others. Encrypting weights on their way does not help against it: they are meant
 * for it.
 */
@Role("a client that was handed the layers and listens on the wire of the others")
public final class LayerSharingPeerView implements InformedView {
    private final SmashedObservation observation;
    private final Supplier<Segment> layers;

    /**
     * @param observation what passed on the wire
     * @param layers makes copies of the layers that it shares with the others
     */
    public LayerSharingPeerView(SmashedObservation observation, Supplier<Segment> layers) {
        this.observation = observation;
        this.layers = layers;
    }

    @Override
    public Precision precision() {
        return observation.precision();
    }

    @Override
    public Shape inputShape() {
        return observation.inputShape();
    }

    @Override
    public Shape smashedShape() {
        return observation.smashedShape();
    }

    @Override
    public Set<TargetSet> targets() {
        return observation.targets();
    }

    @Override
    public INDArray smashed(TargetSet targets) {
        return observation.of(targets);
    }

    @Override
    public Segment clientSegment() {
        return layers.get();
    }
}
