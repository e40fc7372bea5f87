package peekbench.threat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;

/**
 * What roles with different powers see of one trained network, for attacks that each name the view they need.
 *
 * @param observation what arrived at the server
 * @param query what the client's layers and every defense make of inputs {@code [N, …]}
 * @param client makes copies of the client's layers
 */
public record Views(SmashedObservation observation, UnaryOperator<INDArray> query, Supplier<Segment> client) {

    /** What a server sees that follows the protocol and looks. */
    public CuriousServerView curious() {
        return new CuriousServerView(observation);
    }

    /** What a server sees that can have inputs encoded. */
    public QueryingServerView querying() {
        return new QueryingServerView(observation, query);
    }

    /** What a server sees that knows the client's weights. */
    public InformedServerView informed() {
        return new InformedServerView(observation, client);
    }

    /**
     * What someone on the wire sees.
     *
     * @param own records of the eavesdropper, in the order in which it gets them sent
     */
    public EavesdropperView eavesdropper(AuxiliaryData own) {
        return new EavesdropperView(observation, own, query);
    }

    /**
     * The view of one role and its powers; empty when no role here has it.
     *
     * @param own the attacker's own records, some of which an eavesdropper knows both in the clear and as they were sent
     */
    public <V extends AdversaryView> Optional<V> of(Class<V> role, AuxiliaryData own) {
        List<AdversaryView> views = List.of(curious(), querying(), informed(), eavesdropper(own));
        return views.stream().filter(role::isInstance).map(role::cast).findFirst();
    }
}
