package peekbench.protocol.whole;

import peekbench.channel.Party;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.schedule.BatchSource;
import peekbench.seed.Seed;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** What tests of other packages need of this one. */
public final class WholeSamples {
    private WholeSamples() {}

    /** One party trains the whole network on these batches. */
    public static TrainedNetwork centralized(TrainingSetup setup, BatchSource batches) {
        return new CentralizedProtocol(new Centralized(1)).train(setup, TrainingObserver.silent(), batches);
    }

    /** A server that trains on sanitized records. */
    public static Party sanitizedServer(Learner whole, ServerLearning learning) {
        return new SanitizedServerParty(whole, learning, 16, Seed.of(1));
    }

    public static boolean takesSanitizedRecords(Party party) {
        return party instanceof SanitizedServerParty;
    }
}
