package peekbench.threat.view;

import java.util.List;
import org.apiguardian.api.API;
import peekbench.nn.Segment;
import peekbench.threat.observation.Sent;

/** Whoever has smashed data and knows the weights that made them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface InformedView extends SmashedDataView permits InformedServerView, LayerSharingPeerView {

    /** A copy of the tested client's layers with their weights, without what defenses do before and behind them. */
    Segment clientSegment();

    /** What each client sent: that of the tested client first. Where all have the same layers it is one client. */
    List<Sent> bySender();

    /**
     * The same of a client.
     *
     * @param client its number, as in {@link #bySender}
     */
    Segment clientSegment(int client);
}
