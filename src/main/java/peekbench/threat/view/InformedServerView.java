package peekbench.threat.view;

import java.util.function.Supplier;
import org.apiguardian.api.API;
import peekbench.nn.Segment;
import peekbench.threat.observation.SmashedObservation;

/**
 * A curious server that also knows the weights of the client's layers: it passed them on unencrypted, a client leaked them,
 * or clients share a seed that it knows.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(
        value = "a curious server that knows the client's weights",
        sees = "the smashed data that leave the clients, and the weights that made them")
public final class InformedServerView implements ServerView, InformedView {
    private final SmashedObservation observation;
    private final Supplier<Segment> client;

    /**
     * @param observation what it received
     * @param client makes copies of the client's layers
     */
    public InformedServerView(SmashedObservation observation, Supplier<Segment> client) {
        this.observation = observation;
        this.client = client;
    }

    @Override
    public SmashedObservation observation() {
        return observation;
    }

    @Override
    public Segment clientSegment() {
        return client.get();
    }
}
