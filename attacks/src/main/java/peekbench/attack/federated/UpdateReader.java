package peekbench.attack.federated;

import peekbench.threat.view.AggregatorView;
import peekbench.threat.view.AveragedPeerView;
import peekbench.threat.view.UpdatesView;

/** Who gets at updates of a federated training. */
public enum UpdateReader {
    /** The aggregator, which gets those of single clients. */
    AGGREGATOR(AggregatorView.class),
    /** Another client, which gets their average. */
    PEER(AveragedPeerView.class);

    private final Class<? extends UpdatesView> view;

    UpdateReader(Class<? extends UpdatesView> view) {
        this.view = view;
    }

    Class<? extends UpdatesView> view() {
        return view;
    }
}
