package peekbench.channel;

import org.apiguardian.api.API;

/** One participant of a protocol: reacts to messages by sending others. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
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
