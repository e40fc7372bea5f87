package peekbench.protocol;

import peekbench.channel.InProcessChannel;
import peekbench.channel.PartyId;

/** Brings the parties of a federated training together. */
final class FederatedAssembly {
    private final SplitParties parties;
    private final InProcessChannel channel = new InProcessChannel();
    private final TrainingMeter meter = new TrainingMeter();
    private final WorkerPool fronts;
    private final WorkerPool backs;
    private final Learner global;

    FederatedAssembly(SplitParties parties) {
        this.parties = parties;
        this.fronts = parties.fronts();
        this.backs = parties.backs();
        this.global = parties.learner(parties.whole());
    }

    InProcessChannel channel() {
        return channel;
    }

    /** The network that all learn together. */
    Learner global() {
        return global;
    }

    /** The whole network of one client. */
    WholeNetwork network(PartyId client) {
        return new WholeNetwork(
                parties.learner(fronts),
                parties.learner(backs),
                parties.setup().loss(),
                parties.defenses(client),
                meter);
    }

    FederatedRun run(FederatedRun.Rounds rounds) {
        return new FederatedRun(channel, rounds, global, parties, meter);
    }
}
