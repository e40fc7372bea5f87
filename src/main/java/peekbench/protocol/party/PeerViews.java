package peekbench.protocol.party;

import peekbench.channel.PartyId;
import peekbench.data.IndexSets;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.view.LayerSharingPeerView;
import peekbench.threat.view.PeerClientView;
import peekbench.training.FinishedTraining;
import peekbench.training.Onlookers;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
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
    public boolean takesPublicRecords() {
        return protocol.takesPublicRecords();
    }

    @Override
    public boolean sendsSmashedData(TrainingOptions training, int epoch) {
        return protocol.sendsSmashedData(training, epoch);
    }

    /** Besides those around the protocol, one client more than there are, whose records are the attacker's auxiliary ones. */
    @Override
    public Onlookers onlookers() {
        Onlookers among = Onlookers.nobody()
                .with(
                        PeerClientView.class,
                        training -> new PeerClientView(wire(training), defenses(training.setup())::sanitizeInput))
                .with(
                        LayerSharingPeerView.class,
                        training -> new LayerSharingPeerView(wire(training), training.network()::client));
        return protocol.onlookers().and(among.only(peers.roles()));
    }

    private static SmashedObservation wire(FinishedTraining training) {
        return training.network().observe(training.setup().dataset(), training.targets());
    }

    private DefenseChain defenses(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        int[] own = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        ShuffledBatches batches = new ShuffledBatches(
                own, setup.training().batchSize(), clients, setup.seed().child("data-order"));
        return parties.defenses(PartyId.client(clients), parties.records(batches));
    }
}
