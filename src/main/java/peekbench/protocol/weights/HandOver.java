package peekbench.protocol.weights;

/** What a client passes on to the next one. */
public enum HandOver {
    /** Weights and the optimiser's memory: the clients together train like one. */
    WITH_OPTIMIZER_STATE,
    /** Weights alone; each client keeps an optimiser's memory of its own. */
    WEIGHTS_ONLY
}
