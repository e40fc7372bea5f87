package peekbench.training;

import java.util.function.Supplier;
import org.apiguardian.api.API;

/** Hears how a training goes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface TrainingObserver {
    /** Takes note of an epoch that ended. */
    void epoch(EpochReport report);

    /**
     * Takes a look at the network before the first epoch, and after each once it was reported.
     *
     * <p>Whoever has the network encode or predict draws random numbers of its defenses, as the test after each epoch does:
     * where a defense draws any, those of later epochs are others than without the look. Otherwise the training stays the
     * same to the bit.
     *
     * @param epoch that ended; 0 before the first
     * @param network puts the parties to work as they are; what it gives is true until training goes on
     */
    default void between(int epoch, Supplier<TrainedNetwork> network) {}

    /** What is kept of the training, or knows it from an earlier time so that nobody need train. */
    default TrainingRecord record() {
        return TrainingRecord.none();
    }

    /** Hears and does nothing. */
    static TrainingObserver silent() {
        return report -> {};
    }
}
