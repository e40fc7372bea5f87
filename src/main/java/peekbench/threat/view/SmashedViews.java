package peekbench.threat.view;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;

/**
 * What roles with different powers see of the smashed data of one trained network.
 *
 * @param observation what arrived at the server
 * @param query what the client's layers and every defense make of inputs {@code [N, …]}
 * @param client makes copies of the client's layers
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SmashedViews(SmashedObservation observation, UnaryOperator<INDArray> query, Supplier<Segment> client) {
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
     * All of them, for attacks that each name the view they need.
     *
     * @param own the attacker's own records, some of which an eavesdropper knows both in the clear and as they were sent
     */
    public Views all(AuxiliaryData own) {
        return Views.none()
                .with(CuriousServerView.class, this::curious)
                .with(QueryingServerView.class, this::querying)
                .with(InformedServerView.class, this::informed)
                .with(EavesdropperView.class, () -> eavesdropper(own));
    }
}
