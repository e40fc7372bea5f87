package peekbench.channel;

import org.apiguardian.api.API;

/**
 * Carries messages between parties, counts their bytes as {@link MessageCodec} writes them, and lets taps see what passes.
 * Parties and protocols know no more than this, so the same protocol runs whatever lies between its parties.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Channel {

    /** A channel between parties of this process. */
    static Channel inProcess() {
        return new InProcessChannel();
    }

    /** Opens channels, each with nobody connected. */
    @FunctionalInterface
    interface Factory {
        Channel open();
    }

    /** Connects a party. */
    void join(Party party);

    /** Lets a tap see every message from now on. */
    void tap(Tap tap);

    /** Ends a tap. */
    void untap(Tap tap);

    /**
     * Sends a message from outside a party's turn and delivers until nothing is on its way. When a party throws, what is
     * still on its way is lost.
     *
     * @throws IllegalArgumentException when a receiver has not joined; names it and those who have
     */
    void deliver(PartyId from, PartyId to, Message message);

    /** What was carried so far. */
    Traffic traffic();
}
