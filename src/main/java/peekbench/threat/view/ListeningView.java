package peekbench.threat.view;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;

/** A client of the training that listens on the unencrypted wire of the others. */
abstract sealed class ListeningView implements SmashedDataView permits PeerClientView, LayerSharingPeerView {
    private final SmashedObservation observation;

    /** @param observation what passed on the wire */
    ListeningView(SmashedObservation observation) {
        this.observation = observation;
    }

    final SmashedObservation observation() {
        return observation;
    }

    @Override
    public final Precision precision() {
        return observation.precision();
    }

    /** That of the client's own. */
    @Override
    public final Shape inputShape() {
        return observation.inputShape();
    }

    @Override
    public final Shape smashedShape() {
        return observation.smashedShape();
    }

    @Override
    public final Set<TargetSet> targets() {
        return observation.targets();
    }

    @Override
    public final INDArray smashed(TargetSet targets) {
        return observation.of(targets);
    }
}
