package peekbench.protocol;

/** Whose layers in front of the cut are tested after an epoch, where clients' layers differ. */
public enum TestedClient {
    /** Those of the client that trained last (Ioannidou and Straathof 2020, section 3.3). */
    LAST,
    /** Those of each client; reported is the mean over clients. */
    EACH,
    /** The mean of all clients' layers. */
    AVERAGE
}
