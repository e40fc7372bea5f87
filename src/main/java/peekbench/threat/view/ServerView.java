package peekbench.threat.view;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.threat.observation.Senders;
import peekbench.threat.observation.Sent;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.observation.Transcript;

/** What the server of a split network sees: the smashed data as they arrive, after every defense. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface ServerView extends SmashedDataView
        permits CuriousServerView, QueryingServerView, InformedServerView {

    /** Everything that reaches a server in any role; the methods below read it, and it holds nothing besides. */
    SmashedObservation observation();

    @Override
    default Precision precision() {
        return observation().precision();
    }

    /** The server knows it since it gave the clients their layers. */
    @Override
    default Shape inputShape() {
        return observation().inputShape();
    }

    /** The kinds and sizes of the client's layers, without weights, which the server knows for the same reason. */
    default List<NamedLayer> clientLayers() {
        return observation().clientLayers();
    }

    @Override
    default Shape smashedShape() {
        return observation().smashedShape();
    }

    @Override
    default Set<TargetSet> targets() {
        return observation().targets();
    }

    @Override
    default INDArray smashed(TargetSet targets) {
        return observation().of(targets);
    }

    /** Which client sent what. */
    default Senders senders() {
        return observation().senders();
    }

    /** What each client sent: that of the tested client first. Where all have the same layers it is one client. */
    default List<Sent> bySender() {
        return observation().bySender();
    }

    /**
     * What it kept of earlier epochs: views of the records that were trained on, or the first of them, as they were encoded
     * under the weights of that time. Empty where smashed data come to a server only when the network is finished.
     */
    default Transcript<? extends ServerView> transcript() {
        return Transcript.none();
    }

    /** A copy of the server's own layers, trained. */
    default Segment ownSegment() {
        return observation().ownSegment().get();
    }
}
