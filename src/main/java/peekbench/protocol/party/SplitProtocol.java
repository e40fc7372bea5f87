package peekbench.protocol.party;

import java.util.Map;
import java.util.Set;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.MaliciousServerView;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.Roles;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** A protocol whose server answers smashed data with gradients while clients train, so that it may choose them. */
@FunctionalInterface
public interface SplitProtocol extends Protocol {

    /** A training before its first epoch. */
    SplitRun run(TrainingSetup setup);

    @Override
    default TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        return new TrainingLoop(setup, run(setup)).train(observer);
    }

    @Override
    default Views views(
            TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets, AttackerKnowledge knowledge) {
        PlayedServer played = new PlayedServer(this, setup, targets);
        return Protocol.super
                .views(setup, network, targets, knowledge)
                .with(
                        MaliciousServerView.class,
                        () -> new MaliciousServerView(network.observe(setup.dataset(), targets), played::play));
    }

    /** Who sees something of such a protocol. */
    static Set<Class<? extends AdversaryView>> roles() {
        return Roles.and(Roles.EVERYWHERE, Set.of(MaliciousServerView.class));
    }
}
