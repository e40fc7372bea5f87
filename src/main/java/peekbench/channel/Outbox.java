package peekbench.channel;

import org.apiguardian.api.API;

/** Takes messages of one party to others. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface Outbox {
    /** Sends a message; it is delivered after the sender has returned. */
    void send(PartyId to, Message message);
}
