package peekbench.protocol.schedule;

/** How much of its records a client takes for one step. */
public enum LocalBatches {
    /** As many as the training's batch size says. */
    MINI_BATCHES,
    /** All of them: {@code B = ∞} of McMahan et al. (2017). */
    ALL_RECORDS;

    /** How many that are of a client that has so many. */
    public int records(int all, int batchSize) {
        return this == ALL_RECORDS ? all : Math.min(all, batchSize);
    }
}
