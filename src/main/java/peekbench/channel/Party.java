package peekbench.channel;

/** One participant of a protocol: reacts to messages by sending others. */
public interface Party {
    PartyId id();

    /**
     * Handles one message.
     *
     * @param envelope what arrived
     * @param outbox takes what the party sends in answer
     */
    void receive(Envelope envelope, Outbox outbox);
}
