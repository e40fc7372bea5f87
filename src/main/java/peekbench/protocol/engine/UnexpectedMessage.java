package peekbench.protocol.engine;

import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Party;

/** What a party says to a message that its protocol does not foresee. */
public final class UnexpectedMessage {
    private UnexpectedMessage() {}

    public static IllegalStateException at(Party party, Envelope envelope) {
        if (envelope.message() instanceof Message.UnlabelledData data) {
            return new IllegalStateException("The party (" + party.id() + ") got batch (" + data.batch() + ") of ("
                    + envelope.from()
                    + ") without labels, which its protocol needs. Use wrap-around, which keeps labels"
                    + " at the clients, or semi-supervised-split, which learns from unlabelled records.");
        }
        return new IllegalStateException("The party (" + party.id() + ") cannot handle a message ("
                + envelope.message().getClass().getSimpleName() + ") of (" + envelope.from() + ").");
    }
}
