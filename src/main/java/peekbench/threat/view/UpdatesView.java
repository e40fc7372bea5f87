package peekbench.threat.view;

import java.util.List;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.threat.observation.FederatedObservation;
import peekbench.threat.observation.Moment;
import peekbench.threat.observation.ObservedRound;

/** Whoever learns how clients changed a network that it has. */
public sealed interface UpdatesView extends AdversaryView permits AggregatorView, AveragedPeerView {
    /** What there is to know of the training, and what of it is seen. */
    FederatedObservation observation();

    @Override
    default Precision precision() {
        return observation().precision();
    }

    /** The shape of one private input. */
    default Shape inputShape() {
        return observation().inputShape();
    }

    /** The layers of the whole network. */
    default List<NamedLayer> layers() {
        return observation().layers();
    }

    /** What clients make small. */
    default LossFunction loss() {
        return observation().loss();
    }

    /** The round at a moment. */
    default ObservedRound at(Moment moment) {
        return observation().rounds().apply(moment);
    }
}
