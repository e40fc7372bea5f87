package peekbench.protocol;

import java.util.Map;
import peekbench.threat.AttackerKnowledge;
import peekbench.threat.TargetSet;
import peekbench.threat.Views;

/**
 * A protocol with what its clients see of each other, besides what those around it see.
 *
 * @param protocol that is trained
 * @param peers what they have of each other
 * @param clients how many there are
 */
record AmongPeers(Protocol protocol, Peers peers, int clients) implements Protocol {

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        return protocol.train(setup, observer);
    }

    @Override
    public Views views(
            TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets, AttackerKnowledge knowledge) {
        return protocol.views(setup, network, targets, knowledge).and(peers.views(clients, setup, network, targets));
    }
}
