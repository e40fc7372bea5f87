package peekbench.protocol.split;

/**
 * How the losses that clients add of their own, such as NoPeek's, stand beside the task's where that is a mean over the joint batch of
 * I clients, whose gradient each client so gets divided by I.
 */
public enum ClientLosses {
    /** {@code task + Σ_i own_i}: each client takes its whole own gradient, so that a weight counts I times as much as in a client alone. */
    SUM,
    /** {@code task + 1/I Σ_i own_i}: both gradients are divided by I, so that a weight means what it does in a client alone. */
    MEAN
}
