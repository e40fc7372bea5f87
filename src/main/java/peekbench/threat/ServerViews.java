package peekbench.threat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;

/**
 * What servers with different powers see of one trained network, for attacks that each name the view they need.
 *
 * @param observation what every server received
 * @param query what the client's layers and every defense make of inputs {@code [N, …]}
 * @param client makes copies of the client's layers
 */
public record ServerViews(SmashedObservation observation, UnaryOperator<INDArray> query, Supplier<Segment> client) {

    /** What a server sees that follows the protocol and looks. */
    public CuriousServerView curious() {
        return new CuriousServerView(observation);
    }

    /** The view of one role and its powers; empty when it is no server's. */
    public <V extends AdversaryView> Optional<V> of(Class<V> role) {
        List<ServerView> views = List.of(
                curious(), new QueryingServerView(observation, query), new InformedServerView(observation, client));
        return views.stream().filter(role::isInstance).map(role::cast).findFirst();
    }
}
