package peekbench.threat.observation;

/** When a federated aggregator looks at updates. */
public enum Moment {
    /** In the first round, when all clients have the initial weights. */
    INITIAL,
    /** In the round after the last, when they have the trained ones. */
    TRAINED
}
