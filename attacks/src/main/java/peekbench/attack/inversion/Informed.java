package peekbench.attack.inversion;

import peekbench.threat.view.InformedServerView;
import peekbench.threat.view.InformedView;
import peekbench.threat.view.LayerSharingPeerView;

/** Who has smashed data and knows the weights that made them. */
public enum Informed {
    /** The server, which they were passed on through. */
    SERVER(InformedServerView.class),
    /** Another client, which they were handed to, and which listens on the wire. */
    PEER(LayerSharingPeerView.class);

    private final Class<? extends InformedView> view;

    Informed(Class<? extends InformedView> view) {
        this.view = view;
    }

    Class<? extends InformedView> view() {
        return view;
    }
}
