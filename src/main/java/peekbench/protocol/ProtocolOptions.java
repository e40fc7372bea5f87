package peekbench.protocol;

/** A self-checking record of a protocol's options; see the protocol registry. */
public interface ProtocolOptions {
    Protocol create();

    /** A short name with what tells it from its like, for tables: {@code vanilla split, 10 clients}. */
    String label();
}
