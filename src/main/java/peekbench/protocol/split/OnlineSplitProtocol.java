package peekbench.protocol.split;

import java.util.List;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.LabelSharingClient;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.ServerParty;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitCast;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.TrainingSetup;

/** Runs {@link OnlineSplit}. */
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
        assembly.join(new ServerParty(back, assembly.serverLearning(), false), List.of(back));
        return new LateJoiningRun(assembly.cast(back::segment), options);
    }

    private static SplitClient online(PartyFactory parties, ClientSetup own) {
        SharedUpdates updates = new SharedUpdates(parties.cipher(), own.front().state());
        return new LabelSharingClient(own.with(updates), PartyId.SERVER);
    }

    /** Clients train one after the other, some from a later epoch on. */
    private static final class LateJoiningRun extends SplitRun {
        private final OnlineSplit options;

        LateJoiningRun(SplitCast cast, OnlineSplit options) {
            super(cast);
            this.options = options;
        }

        @Override
        protected void train(int epoch, List<Integer> present) {
            List<Integer> joined = present.stream()
                    .filter(client -> options.joined(client, epoch))
                    .toList();
            schedule().turns(epoch, joined).forEach(turn -> giveTurn(epoch, turn));
        }
    }
}
