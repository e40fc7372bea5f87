package peekbench.protocol;

import java.util.List;
import peekbench.nn.Architecture;

/** Runs {@link WrapAround}. */
final class WrapAroundProtocol implements Protocol {
    private final WrapAround options;

    WrapAroundProtocol(WrapAround options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        return train(setup, observer, new SplitParties(setup).schedule(options.clients(), options.order()));
    }

    /** Training by as many clients as the schedule has. */
    TrainedNetwork train(TrainingSetup setup, TrainingObserver observer, BatchSchedule schedule) {
        SplitParties parties = new SplitParties(setup);
        Architecture network = setup.architecture();
        Learner middle =
                parties.learner(parties.pool(network.between(setup.cut(), options.head()), parties.smashedShape()));
        WorkerPool heads = parties.pool(network.back(options.head()), network.smashedShape(options.head()));
        SplitAssembly assembly = new SplitAssembly(
                parties,
                options.turns(),
                schedule,
                own -> new WrapAroundClient(own, parties.learner(heads), setup.loss()));
        assembly.join(
                new MiddleServerParty(
                        middle,
                        parties.serverDefenses(),
                        parties.incoming(schedule.clients().size(), parties.smashedShape()),
                        assembly.turns().weights() == WeightsTransfer.PEER_TO_PEER),
                List.of(middle));
        return new TrainingLoop(setup, new TurnTakingRun(assembly.cast(middle::segment))).train(observer);
    }
}
