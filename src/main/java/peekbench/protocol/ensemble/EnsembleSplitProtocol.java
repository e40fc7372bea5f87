package peekbench.protocol.ensemble;

import java.util.List;
import java.util.stream.IntStream;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.split.VanillaSplitProtocol;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Runs {@link EnsembleSplit}: as many trainings by vanilla split learning as there are members, in lock step. */
final class EnsembleSplitProtocol implements Protocol {
    private final EnsembleSplit options;

    EnsembleSplitProtocol(EnsembleSplit options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        PartyFactory parties = new PartyFactory(setup);
        ClientTurns turns = options.split().turns();
        BatchSchedule schedule = parties.schedule(turns.clients(), turns.order());
        VanillaSplitProtocol vanilla = new VanillaSplitProtocol(options.split());
        List<SplitRun> runs = IntStream.range(0, options.members())
                .mapToObj(member -> vanilla.run(ofMember(setup, member), schedule))
                .toList();
        EnsembleRun run = new EnsembleRun(
                runs,
                schedule,
                parties.attendance(turns.participation(), turns.clients()),
                setup.seed().child("ensemble"));
        return new TrainingLoop(setup, run).train(observer);
    }

    @Override
    public boolean sendsSmashedData(TrainingOptions training, int epoch) {
        return true;
    }

    /** The same setup with the seed of a member. */
    static TrainingSetup ofMember(TrainingSetup setup, int member) {
        return setup.withSeed(setup.seed().child("member-" + member));
    }
}
