package peekbench.protocol.weights;

import java.util.Optional;
import java.util.function.UnaryOperator;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;

/**
 * Weights wait at one place for the next client: at the server or at a third party (Gupta and Raskar 2018, section 3.2,
 * "centralized").
 *
 * @param keeper where they wait
 * @param wrapping whether the keeper can read them
 * @param outgoing what is done to the weights before they leave the client
 */
record StoredWeights(PartyId keeper, WeightsWrapping wrapping, UnaryOperator<ModelState> outgoing)
        implements WeightExchange {
    @Override
    public boolean begin(Outbox outbox) {
        outbox.send(keeper, new Message.WeightsRequest());
        return false;
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        if (envelope.message() instanceof Message.KeepWeights) {
            return Outcome.READY;
        }
        Optional<ModelState> weights = wrapping.unwrap(envelope.message());
        weights.ifPresent(client::adopt);
        return weights.isPresent() ? Outcome.READY : Outcome.UNKNOWN;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        outbox.send(keeper, wrapping.wrap(outgoing.apply(client.state())));
    }
}
