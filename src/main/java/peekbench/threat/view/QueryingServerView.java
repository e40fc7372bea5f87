package peekbench.threat.view;

import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.SmashedObservation;

/** A curious server that can also have inputs of its choice encoded by the client's layers, for example because it may join as a client. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(
        value = "a curious server that can have inputs encoded",
        sees = "the smashed data that leave the clients, and what becomes of inputs of its own")
public final class QueryingServerView implements ServerView {
    private final SmashedObservation observation;
    private final UnaryOperator<INDArray> client;

    /**
     * @param observation what it received
     * @param client what the client's layers and every defense make of inputs {@code [N, …]}
     */
    public QueryingServerView(SmashedObservation observation, UnaryOperator<INDArray> client) {
        this.observation = observation;
        this.client = client;
    }

    @Override
    public SmashedObservation observation() {
        return observation;
    }

    /** The smashed data {@code [N, …]} of inputs {@code [N, …]}, after every defense. */
    public INDArray query(INDArray inputs) {
        return client.apply(inputs);
    }
}
