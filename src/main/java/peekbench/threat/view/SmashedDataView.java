package peekbench.threat.view;

import java.util.Set;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;
import peekbench.threat.observation.TargetSet;

/** Whoever has smashed data, at the server or from the wire, and knows the shape of what they come from. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface SmashedDataView extends AdversaryView permits ServerView, InformedView, ListeningView {

    /** The shape of one private input. */
    Shape inputShape();

    /** The shape of one example of smashed data. */
    Shape smashedShape();

    /** The private records whose smashed data it has. */
    Set<TargetSet> targets();

    /**
     * The smashed data {@code [N, …]} of private records, as they came over the channel, after every defense.
     *
     * @throws IllegalArgumentException when it has none of these records
     */
    INDArray smashed(TargetSet targets);
}
