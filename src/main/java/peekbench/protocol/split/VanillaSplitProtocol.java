package peekbench.protocol.split;

import java.util.List;
import java.util.Map;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.LabelSharingClient;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.ServerParty;
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
import peekbench.threat.view.LabelledServerView;
import peekbench.threat.view.Views;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Runs {@link VanillaSplit}. */
public final class VanillaSplitProtocol implements SplitProtocol {
    private final VanillaSplit options;

    public VanillaSplitProtocol(VanillaSplit options) {
        this.options = options;
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        return run(setup, new PartyFactory(setup).schedule(options.clients(), options.order()));
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        return train(setup, observer, new PartyFactory(setup).schedule(options.clients(), options.order()));
    }

    /** Training by as many clients as the schedule has. */
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer, BatchSchedule schedule) {
        SplitAssembly assembly = assembly(setup, schedule);
        TrainingWatch watch = assembly.watch(WatchedCut.SMASHED_DATA);
        return watch.of(new TrainingLoop(setup, run(assembly)).train(observer));
    }

    /** A training by as many clients as the schedule has, before its first epoch. */
    public TurnTakingRun run(TrainingSetup setup, BatchSchedule schedule) {
        return run(assembly(setup, schedule));
    }

    private SplitAssembly assembly(TrainingSetup setup, BatchSchedule schedule) {
        return new SplitAssembly(
                new PartyFactory(setup), options.turns(), schedule, own -> new LabelSharingClient(own, PartyId.SERVER));
    }

    private static TurnTakingRun run(SplitAssembly assembly) {
        PartyFactory parties = assembly.parties();
        Learner back = parties.learner(parties.backs());
        boolean peerToPeer = assembly.turns().weights() == WeightsTransfer.PEER_TO_PEER;
        assembly.join(new ServerParty(back, assembly.serverLearning(), peerToPeer), List.of(back));
        return new TurnTakingRun(assembly.cast(back::segment));
    }

    @Override
    public Views views(
            TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets, AttackerKnowledge knowledge) {
        return SplitProtocol.super
                .views(setup, network, targets, knowledge)
                .with(GradientView.class, () -> network.watched().gradients(setup))
                .with(LabelledServerView.class, () -> network.watched().labels(setup));
    }
}
