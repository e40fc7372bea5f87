package peekbench.protocol;

import peekbench.channel.Envelope;
import peekbench.channel.Party;

/** What a party says to a message that its protocol does not foresee. */
final class UnexpectedMessage {
    private UnexpectedMessage() {}

    static IllegalStateException at(Party party, Envelope envelope) {
        return new IllegalStateException("The party (" + party.id() + ") cannot handle a message ("
                + envelope.message().getClass().getSimpleName() + ") of (" + envelope.from() + ").");
    }
}
