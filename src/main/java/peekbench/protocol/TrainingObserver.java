package peekbench.protocol;

/** Hears how a training goes. */
@FunctionalInterface
public interface TrainingObserver {
    /** Takes note of an epoch that ended. */
    void epoch(EpochReport report);

    /** Hears and does nothing. */
    static TrainingObserver silent() {
        return report -> {};
    }
}
