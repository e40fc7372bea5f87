package peekbench.threat;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Precision;
import peekbench.nn.Segment;
import peekbench.nn.Shape;

/** A server that follows the protocol and looks at what it receives. */
public final class CuriousServerView implements ServerView {
    private final SmashedObservation observation;

    public CuriousServerView(SmashedObservation observation) {
        this.observation = observation;
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
