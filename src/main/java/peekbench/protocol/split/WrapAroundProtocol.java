package peekbench.protocol.split;

import java.util.List;
import java.util.Map;
import peekbench.nn.Architecture;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TrainingWatch;
import peekbench.protocol.party.TurnTakingRun;
import peekbench.protocol.party.WatchedCut;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.GradientView;
import peekbench.threat.view.Views;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Runs {@link WrapAround}. */
final class WrapAroundProtocol implements SplitProtocol {
    private final WrapAround options;

    WrapAroundProtocol(WrapAround options) {
        this.options = options;
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        return prepare(setup).run();
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        Prepared prepared = prepare(setup);
        TrainingWatch watch = prepared.assembly().watch(WatchedCut.HEAD);
        return watch.of(new TrainingLoop(setup, prepared.run()).train(observer));
    }

    /** A training before its first epoch and who takes part in it. */
    private record Prepared(SplitAssembly assembly, SplitRun run) {}

    private Prepared prepare(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule = parties.schedule(options.clients(), options.order());
        Architecture network = setup.architecture();
        Learner middle =
                parties.learner(parties.pool(network.between(setup.cut(), options.head()), parties.smashedShape()));
        SegmentPool heads = parties.pool(network.back(options.head()), network.smashedShape(options.head()));
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
                        setup.server(),
                        assembly.turns().weights() == WeightsTransfer.PEER_TO_PEER),
                List.of(middle));
        return new Prepared(assembly, new TurnTakingRun(assembly.cast(middle::segment)));
    }

    /** The server gets, besides smashed data, the gradients of what it sends to the clients' last layers. */
    @Override
    public Views views(
            TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets, AttackerKnowledge knowledge) {
        return SplitProtocol.super
                .views(setup, network, targets, knowledge)
                .with(GradientView.class, () -> network.watched().gradients(setup));
    }
}
