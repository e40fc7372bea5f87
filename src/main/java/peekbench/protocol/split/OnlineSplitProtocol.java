package peekbench.protocol.split;

import java.util.List;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.TrainingSetup;

/** Runs {@link OnlineSplit}: both ends of the cut are those of {@link VanillaSplitProtocol}. */
final class OnlineSplitProtocol implements SplitProtocol {
    private final OnlineSplit options;

    OnlineSplitProtocol(OnlineSplit options) {
        this.options = options;
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule = parties.schedule(options.clients(), options.order());
        SplitAssembly assembly = new SplitAssembly(parties, options.turns(), schedule, own -> online(parties, own));
        Learner back = parties.learner(parties.backs());
        assembly.join(new VanillaSplitProtocol.Server(back, assembly.serverLearning(), false), List.of(back));
        SplitRun.Turns turns = SplitRun.Turns.inOrder(schedule);
        return assembly.run(
                (epoch, present, run) -> turns.give(epoch, joined(present, epoch), run),
                assembly.deployed(client -> back.segment()));
    }

    private static SplitClient online(PartyFactory parties, ClientSetup own) {
        SharedUpdates updates = new SharedUpdates(parties.cipher(), own.front().state());
        return new SplitClient(own.with(updates), new VanillaSplitProtocol.Client());
    }

    private List<Integer> joined(List<Integer> present, int epoch) {
        return present.stream().filter(client -> options.joined(client, epoch)).toList();
    }
}
