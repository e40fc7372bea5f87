package peekbench.threat.view;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import peekbench.nn.Segment;
import peekbench.threat.observation.Sent;
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
    private final IntFunction<Segment> clients;

    /**
     * A server of clients that all have the same layers.
     *
     * @param observation what it received
     * @param client makes copies of the clients' layers
     */
    public InformedServerView(SmashedObservation observation, Supplier<Segment> client) {
        this(observation, any -> client.get());
    }

    /**
     * @param observation what it received
     * @param clients makes copies of a client's layers
     */
    public InformedServerView(SmashedObservation observation, IntFunction<Segment> clients) {
        this.observation = observation;
        this.clients = clients;
    }

    @Override
    public SmashedObservation observation() {
        return observation;
    }

    @Override
    public List<Sent> bySender() {
        return observation.bySender();
    }

    @Override
    public Segment clientSegment() {
        return clientSegment(observation.senders().tested());
    }

    @Override
    public Segment clientSegment(int client) {
        return clients.apply(client);
    }
}
