package peekbench.protocol.weights;

import java.util.function.UnaryOperator;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;

/**
 * An aggregator averages all clients' weights at the end of a round and hands out the average at the beginning of the next
 * (McMahan et al. 2017, Algorithm 1).
 *
 * @param outgoing what of its state a client sends
 */
public record AveragedWeights(UnaryOperator<ModelState> outgoing) implements WeightExchange {
    /** An exchange in which clients tell their weights and nothing else. */
    public AveragedWeights() {
        this(ModelState::weightsOnly);
    }

    @Override
    public boolean begin(Outbox outbox) {
        outbox.send(PartyId.AGGREGATOR, new Message.WeightsRequest());
        return false;
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        if (envelope.message() instanceof Message.KeepWeights) {
            return Outcome.READY;
        }
        if (envelope.message() instanceof Message.WeightsHandOver average) {
            client.adopt(average.state());
            return Outcome.READY;
        }
        return Outcome.UNKNOWN;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        outbox.send(PartyId.AGGREGATOR, new Message.LocalModel(records, outgoing.apply(client.state())));
    }
}
