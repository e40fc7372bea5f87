package peekbench.protocol.engine;

import java.util.List;
import java.util.OptionalDouble;
import peekbench.channel.Traffic;
import peekbench.nn.array.SavedState;
import peekbench.training.Flops;
import peekbench.training.TrainedNetwork;

/** A training that is under way: parties with their states. */
public interface TrainingRun {

    /** Trains one epoch or round. */
    void train(int epoch);

    /** The mean task loss over the records trained on since the last call. */
    double takeMeanLoss();

    /** The mean of what loss-side defenses measured since the last call. */
    OptionalDouble takeDefenseStatistic();

    /** The ε that clients' defenses have spent since the beginning, of the client that has spent most. */
    OptionalDouble privacySpent();

    /** What clients and others computed since the last call. */
    Flops takeFlops();

    /** What was carried so far. */
    Traffic traffic();

    /** Whatever learns: their states are the training's. */
    List<Learner> learners();

    /**
     * Writes down, or takes over, all that {@link #network} depends on: what was learned, who trained last, and what defenses
     * go by. What is needed only to train on is left out.
     */
    void remember(SavedState state);

    /** The parties deployed as they are now. */
    TrainedNetwork network();

    /** Tests the network as it is now. */
    default NetworkTest.TestMetrics testMetrics(NetworkTest test) {
        return test.of(network()::predict);
    }

    /** A training with one meter. */
    interface Metered extends TrainingRun {
        TrainingMeter meter();

        @Override
        default double takeMeanLoss() {
            return meter().takeLoss();
        }

        @Override
        default OptionalDouble takeDefenseStatistic() {
            return meter().takeDefenseStatistic();
        }

        @Override
        default OptionalDouble privacySpent() {
            return meter().privacySpent();
        }
    }
}
