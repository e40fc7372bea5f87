package peekbench.protocol.weights;

/** By what way a client comes by the weights of the client that trained before it. */
public enum WeightsTransfer {
    /** The server passes them on and can read them. */
    SERVER,
    /** The server keeps a file that only clients can read ("centralized", section 3.2). */
    ENCRYPTED_AT_SERVER,
    /** A third party keeps a file that only clients can read ("centralized", section 3.2). */
    ENCRYPTED_AT_THIRD_PARTY,
    /** The server names the client that trained last, which sends them encrypted ("peer-to-peer", section 3.2). */
    PEER_TO_PEER,
    /** Not at all: each client keeps its own layers (Ioannidou and Straathof 2020, section 3.3). */
    NONE
}
