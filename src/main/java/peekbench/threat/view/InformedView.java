package peekbench.threat.view;

import org.apiguardian.api.API;
import peekbench.nn.Segment;

/** Whoever has smashed data and knows the weights that made them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface InformedView extends SmashedDataView permits InformedServerView, LayerSharingPeerView {

    /** A copy of the client's layers with their weights, without what defenses do before and behind them. */
    Segment clientSegment();
}
