package peekbench.protocol.split;

import java.util.List;
import peekbench.channel.PartyId;
import peekbench.nn.Architecture;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.party.LabelSharingClient;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.ServerParty;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TurnTakingRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.TrainingSetup;

/** Runs {@link Relays}. */
final class RelaysProtocol implements SplitProtocol {
    private final Relays options;

    RelaysProtocol(Relays options) {
        this.options = options;
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule = parties.schedule(options.clients(), options.order());
        Architecture network = setup.architecture();
        SplitAssembly assembly = new SplitAssembly(
                parties, options.turns(), schedule, own -> new LabelSharingClient(own, PartyId.relay(0)));
        List<String> cuts = options.relays();
        String from = setup.cut();
        for (int number = 0; number < cuts.size(); number++) {
            String to = cuts.get(number);
            Learner learner = parties.learner(parties.pool(network.between(from, to), network.smashedShape(from)));
            PartyId next = number + 1 < cuts.size() ? PartyId.relay(number + 1) : PartyId.SERVER;
            Incoming incoming = parties.incoming(schedule.clients().size(), network.smashedShape(from));
            assembly.join(new RelayParty(number, next, learner, incoming), List.of(learner));
            from = to;
        }
        Learner back = parties.learner(parties.pool(network.back(from), network.smashedShape(from)));
        ServerLearning learning = assembly.serverLearning(network.smashedShape(from));
        assembly.join(new ServerParty(back, learning, false), List.of(back));
        return new TurnTakingRun(assembly.cast(back::segment));
    }
}
