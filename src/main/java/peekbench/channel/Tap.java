package peekbench.channel;

/** Sees every message that passes, before it is delivered. */
@FunctionalInterface
public interface Tap {
    /** Takes note of a message; copies the arrays it keeps. */
    void passed(Envelope envelope);
}
