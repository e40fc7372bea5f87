package peekbench.protocol.weights;

import peekbench.channel.Envelope;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.UnexpectedMessage;

/** A third party that keeps clients' weights or updates and cannot read them. */
final class WeightsStoreParty implements Party {
    private final WeightsShelf shelf = new WeightsShelf(false);

    @Override
    public PartyId id() {
        return PartyId.WEIGHTS_STORE;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        if (!shelf.receive(envelope, outbox)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
