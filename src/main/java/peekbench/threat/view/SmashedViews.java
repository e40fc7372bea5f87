package peekbench.threat.view;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.Transcript;

/**
 * What roles with different powers see of the smashed data of one trained network.
 *
 * @param observation what arrived at the server
 * @param query has inputs encoded
 * @param clients makes copies of a client's layers
 * @param transcript the same of the records that were trained on, at earlier epochs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SmashedViews(
        SmashedObservation observation,
        QueryingServerView.Query query,
        IntFunction<Segment> clients,
        Transcript<SmashedViews> transcript) {

    /**
     * Of clients that all have the same layers.
     *
     * @param query what the clients' layers and every defense make of inputs {@code [N, …]}
     * @param client makes copies of the clients' layers
     */
    public SmashedViews(SmashedObservation observation, UnaryOperator<INDArray> query, Supplier<Segment> client) {
        this(observation, (any, inputs) -> query.apply(inputs), any -> client.get(), Transcript.none());
    }

    /** What a server sees that follows the protocol and looks. */
    public CuriousServerView curious() {
        return new CuriousServerView(observation, transcript.map(SmashedViews::curious));
    }

    /** What a server sees that can have inputs encoded. */
    public QueryingServerView querying() {
        return new QueryingServerView(observation, query, transcript.map(SmashedViews::querying));
    }

    /** What a server sees that knows the client's weights. */
    public InformedServerView informed() {
        return new InformedServerView(observation, clients);
    }

    /**
     * What someone on the wire sees.
     *
     * @param own records of the eavesdropper, in the order in which it gets them sent
     */
    public EavesdropperView eavesdropper(AuxiliaryData own) {
        int tested = observation.senders().tested();
        return new EavesdropperView(observation, own, inputs -> query.encode(tested, inputs));
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
