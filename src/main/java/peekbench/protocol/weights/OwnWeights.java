package peekbench.protocol.weights;

import peekbench.channel.Envelope;
import peekbench.channel.Outbox;

/** Every client keeps its own weights; nothing is exchanged. */
public record OwnWeights() implements WeightExchange {
    @Override
    public boolean begin(Outbox outbox) {
        return true;
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        return Outcome.UNKNOWN;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        // Nobody waits for the weights.
    }
}
