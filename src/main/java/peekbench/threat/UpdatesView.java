package peekbench.threat;

import java.util.List;
import peekbench.nn.LossFunction;
import peekbench.nn.NamedLayer;
import peekbench.nn.Shape;

/** Whoever learns how clients changed a network that it has. */
public sealed interface UpdatesView extends AdversaryView permits AggregatorView, AveragedPeerView {

    /** The shape of one private input. */
    Shape inputShape();

    /** The layers of the whole network. */
    List<NamedLayer> layers();

    /** What clients make small. */
    LossFunction loss();

    /** The round at a moment. */
    ObservedRound at(Moment moment);
}
