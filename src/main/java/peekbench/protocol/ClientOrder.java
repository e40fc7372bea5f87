package peekbench.protocol;

/** How clients take turns. */
public enum ClientOrder {
    /** One mini-batch each, round after round. */
    ROUND_ROBIN_BY_BATCH,
    /** All of a client's mini-batches, then the next client's. */
    ROUND_ROBIN_BY_EPOCH
}
