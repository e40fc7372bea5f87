package peekbench.threat;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Precision;
import peekbench.nn.Segment;
import peekbench.nn.Shape;

/** A curious server that can also have inputs of its choice encoded by the client's layers, for example because it may join as a client. */
public final class QueryingServerView implements ServerView {
    private final SmashedObservation observation;
    private final UnaryOperator<INDArray> client;

    /**
     * @param client what the client's layers and every defense make of inputs {@code [N, …]}
     */
    public QueryingServerView(SmashedObservation observation, UnaryOperator<INDArray> client) {
        this.observation = observation;
        this.client = client;
    }

    /** The smashed data {@code [N, …]} of inputs {@code [N, …]}, after every defense. */
    public INDArray query(INDArray inputs) {
        return client.apply(inputs);
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
    public Segment ownSegment() {
        return observation.ownSegment().get();
    }
}
