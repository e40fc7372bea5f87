package peekbench.protocol.party;

import java.util.Map;
import peekbench.channel.PartyId;
import peekbench.data.IndexSets;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.LayerSharingPeerView;
import peekbench.threat.view.PeerClientView;
import peekbench.threat.view.Views;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/**
 * A protocol with what its clients see of each other, besides what those around it see.
 *
 * @param protocol that is trained
 * @param peers what they have of each other
 * @param clients how many there are
 */
public record PeerViews(Protocol protocol, Peers peers, int clients) implements Protocol {

    /** The protocol that the options make, with what its clients see of each other. */
    public static Protocol around(ProtocolOptions options) {
        return new PeerViews(options.create(), options.peers(), options.clients());
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        return protocol.train(setup, observer);
    }

    @Override
    public Views views(
            TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets, AttackerKnowledge knowledge) {
        return protocol.views(setup, network, targets, knowledge).and(ofPeers(setup, network, targets));
    }

    /** What one client more than there are sees, whose own records are the attacker's auxiliary ones. */
    private Views ofPeers(TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets) {
        Views listening = Views.none()
                .with(
                        PeerClientView.class,
                        () -> new PeerClientView(wire(setup, network, targets), defenses(setup)::sanitizeInput));
        return switch (peers) {
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

    private DefenseChain defenses(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        int[] own = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        ShuffledBatches batches = new ShuffledBatches(
                own, setup.training().batchSize(), clients, setup.seed().child("data-order"));
        return parties.defenses(PartyId.client(clients), parties.records(batches));
    }
}
