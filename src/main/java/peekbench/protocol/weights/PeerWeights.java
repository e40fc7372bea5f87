package peekbench.protocol.weights;

import java.util.Optional;
import java.util.function.UnaryOperator;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;

/**
 * The server hands over the address of the client that trained last, which sends its weights itself (Gupta and Raskar 2018,
 * section 3.2, "peer-to-peer").
 *
 * @param wrapping of the weights between clients
 * @param outgoing what is done to the weights before they leave the client
 */
record PeerWeights(WeightsWrapping wrapping, UnaryOperator<ModelState> outgoing) implements WeightExchange {
    @Override
    public boolean begin(Outbox outbox) {
        outbox.send(PartyId.SERVER, new Message.WeightsRequest());
        return false;
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.LastTrained last) {
            outbox.send(PartyId.client(last.client()), new Message.WeightsRequest());
            return Outcome.HANDLED;
        }
        if (message instanceof Message.WeightsRequest) {
            outbox.send(envelope.from(), wrapping.wrap(outgoing.apply(client.state())));
            return Outcome.HANDLED;
        }
        if (message instanceof Message.KeepWeights) {
            return Outcome.READY;
        }
        Optional<ModelState> weights = wrapping.unwrap(message);
        weights.ifPresent(client::adopt);
        return weights.isPresent() ? Outcome.READY : Outcome.UNKNOWN;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        // The weights stay where they are until a peer asks for them.
    }

    @Override
    public boolean sendsAfterTurn() {
        return true;
    }
}
