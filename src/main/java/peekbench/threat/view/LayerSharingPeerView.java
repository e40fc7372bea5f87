package peekbench.threat.view;

import java.util.List;
import java.util.function.Supplier;
import peekbench.nn.Segment;
import peekbench.threat.observation.Sent;
import peekbench.threat.observation.SmashedObservation;

/**
 * Another client whose layers are those of the others, because they were handed on to it or averaged with its own, and who
 * listens on the unencrypted wire of the others. Encrypting weights on their way does not help against it: they are meant
 * for it.
 */
@Role(
        value = "a client that was handed the layers and listens on the wire of the others",
        sees = "what the other clients send to the server, and the layers that made it")
public final class LayerSharingPeerView extends ListeningView implements InformedView {
    private final Supplier<Segment> layers;

    /**
     * @param observation what passed on the wire
     * @param layers makes copies of the layers that it shares with the others
     */
    public LayerSharingPeerView(SmashedObservation observation, Supplier<Segment> layers) {
        super(observation);
        this.layers = layers;
    }

    @Override
    public List<Sent> bySender() {
        return observation().bySender();
    }

    /** All have the same. */
    @Override
    public Segment clientSegment(int client) {
        return layers.get();
    }

    @Override
    public Segment clientSegment() {
        return layers.get();
    }
}
