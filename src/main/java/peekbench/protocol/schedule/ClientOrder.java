package peekbench.protocol.schedule;

/** How clients take turns. */
public enum ClientOrder {
    /** One mini-batch each, round after round. */
    ROUND_ROBIN_BY_BATCH,
    /** All of a client's mini-batches, then the next client's. */
    ROUND_ROBIN_BY_EPOCH,
    /** The same turns as {@link #ROUND_ROBIN_BY_BATCH} in a random order, new each epoch. */
    RANDOM_BY_BATCH,
    /** The same turns as {@link #ROUND_ROBIN_BY_EPOCH} in a random order, new each epoch. */
    RANDOM_BY_EPOCH;

    boolean byEpoch() {
        return this == ROUND_ROBIN_BY_EPOCH || this == RANDOM_BY_EPOCH;
    }

    public boolean isRandom() {
        return this == RANDOM_BY_BATCH || this == RANDOM_BY_EPOCH;
    }
}
