package peekbench.protocol;

import java.util.Map;
import java.util.Set;
import peekbench.channel.PartyId;
import peekbench.data.IndexSets;
import peekbench.threat.AdversaryView;
import peekbench.threat.DefenseChain;
import peekbench.threat.LayerSharingPeerView;
import peekbench.threat.PeerClientView;
import peekbench.threat.SmashedObservation;
import peekbench.threat.TargetSet;
import peekbench.threat.Views;

/** What clients of a training have of each other, by which one of them may attack the rest. */
public enum Peers {
    /** There is one client only. */
    NONE,
    /** Each client keeps its own layers; they share what defenses draw from a common nonce. */
    OWN_LAYERS,
    /** Clients hand their layers on to each other, or get their average. */
    SHARED_LAYERS;

    /** Those of so many clients. */
    static Peers of(int clients, boolean shareLayers) {
        if (clients == 1) {
            return NONE;
        }
        return shareLayers ? SHARED_LAYERS : OWN_LAYERS;
    }

    /** The roles that a client may take towards the others. */
    Set<Class<? extends AdversaryView>> roles() {
        return switch (this) {
            case NONE -> Set.of();
            case OWN_LAYERS -> Set.of(PeerClientView.class);
            case SHARED_LAYERS -> Set.of(PeerClientView.class, LayerSharingPeerView.class);
        };
    }

    /**
     * What one client more than there are sees, whose own records are the attacker's auxiliary ones.
     *
     * @param clients how many there are
     */
    Views views(int clients, TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets) {
        Views listening = Views.none()
                .with(
                        PeerClientView.class,
                        () -> new PeerClientView(
                                wire(setup, network, targets), defenses(clients, setup)::sanitizeInput));
        return switch (this) {
            case NONE -> Views.none();
            case OWN_LAYERS -> listening;
            case SHARED_LAYERS ->
                listening.with(
                        LayerSharingPeerView.class,
                        () -> new LayerSharingPeerView(wire(setup, network, targets), network::client));
        };
    }

    private static SmashedObservation wire(TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets) {
        return network.observe(setup.dataset(), targets);
    }

    private static DefenseChain defenses(int clients, TrainingSetup setup) {
        SplitParties parties = new SplitParties(setup);
        int[] own = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        ShuffledBatches batches = new ShuffledBatches(
                own, setup.training().batchSize(), clients, setup.seed().child("data-order"));
        return parties.defenses(PartyId.client(clients), parties.records(batches));
    }
}
