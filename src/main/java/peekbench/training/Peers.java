package peekbench.training;

import java.util.Set;
import org.apiguardian.api.API;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.LayerSharingPeerView;
import peekbench.threat.view.PeerClientView;

/** What clients of a training have of each other, by which one of them may attack the rest. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Peers {
    /** There is one client only. */
    NONE,
    /** Each client keeps its own layers; they share what defenses draw from a common nonce. */
    OWN_LAYERS,
    /** Clients hand their layers on to each other, or get their average. */
    SHARED_LAYERS;

    /** Those of so many clients. */
    public static Peers of(int clients, boolean shareLayers) {
        if (clients == 1) {
            return NONE;
        }
        return shareLayers ? SHARED_LAYERS : OWN_LAYERS;
    }

    /** The roles that a client may take towards the others. */
    public Set<Class<? extends AdversaryView>> roles() {
        return switch (this) {
            case NONE -> Set.of();
            case OWN_LAYERS -> Set.of(PeerClientView.class);
            case SHARED_LAYERS -> Set.of(PeerClientView.class, LayerSharingPeerView.class);
        };
    }
}
