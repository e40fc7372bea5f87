package peekbench.protocol;

/** A self-checking record of a protocol's options; see the protocol registry. */
public interface ProtocolOptions {
    Protocol create();

    /** Into how many parts the victims' records are dealt. */
    int clients();

    /** A short name with what tells it from its like, for tables: {@code vanilla split, 10 clients}. */
    String label();
}
