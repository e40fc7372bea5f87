package peekbench.channel;

/** Takes messages of one party to others. */
@FunctionalInterface
public interface Outbox {
    /** Sends a message; it is delivered after the sender has returned. */
    void send(PartyId to, Message message);
}
