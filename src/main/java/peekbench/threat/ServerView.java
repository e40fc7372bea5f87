package peekbench.threat;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.Shape;

/** What the server of a split network sees: the smashed data as they arrive, after every defense. */
public sealed interface ServerView extends AdversaryView permits CuriousServerView, QueryingServerView {

    /** The shape of one private input, which the server knows since it gave the clients their layers. */
    Shape inputShape();

    /** The shape of one example of smashed data. */
    Shape smashedShape();

    /** The private records whose smashed data arrived. */
    Set<TargetSet> targets();

    /** The smashed data {@code [N, …]} of private records, as they came over the channel. */
    INDArray smashed(TargetSet targets);

    /** A copy of the server's own layers, trained. */
    Segment ownSegment();
}
