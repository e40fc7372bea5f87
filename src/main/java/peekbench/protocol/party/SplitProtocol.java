package peekbench.protocol.party;

import peekbench.protocol.engine.TrainingLoop;
import peekbench.threat.view.MaliciousServerView;
import peekbench.training.Onlookers;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
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
    default boolean sendsSmashedData(TrainingOptions training, int epoch) {
        return true;
    }

    @Override
    default Onlookers onlookers() {
        return Protocol.super.onlookers().with(MaliciousServerView.class, training -> {
            PlayedServer played = new PlayedServer(this, training.setup(), training.targets());
            return new MaliciousServerView(
                    training.network().observe(training.setup().dataset(), training.targets()), played::play);
        });
    }
}
