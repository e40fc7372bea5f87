package peekbench.protocol.federated;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.channel.Channel;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.threat.defense.UpdateMasking;
import peekbench.threat.observation.ClientUpdate;

/**
 * A client at work in a channel of its own, with an aggregator that hands out the same weights in every turn and never
 * learns, and a tap at the aggregator's end.
 */
final class WatchedClient {
    private final PartyId id;
    private final ModelState weights;
    private final int round;
    private final Optional<UpdateMasking> masking;
    private final List<Integer> roster;
    private final Channel channel;
    private long sums;
    private Optional<ClientUpdate> seen = Optional.empty();

    /**
     * @param channel with nobody connected
     * @param weights that the aggregator hands out
     * @param masking how the client's defenses mask, where they do
     * @param roster clients whose updates masked ones are meant to be added to
     * @param sums number of the last sum before the first; no sum of a training may be masked by the same numbers
     */
    WatchedClient(
            Channel channel,
            Party client,
            ModelState weights,
            int round,
            Optional<UpdateMasking> masking,
            List<Integer> roster,
            long sums) {
        this.channel = channel;
        this.id = client.id();
        this.weights = weights;
        this.round = round;
        this.masking = masking;
        this.roster = List.copyOf(roster);
        this.sums = sums;
        channel.join(client);
        channel.join(new StandingAggregator(weights.weightsOnly()));
        channel.tap(this::see);
    }

    /** What the client sends in a turn. */
    ClientUpdate turn() {
        if (masking.isPresent()) {
            sums++;
            channel.deliver(PartyId.COORDINATOR, id, new Message.SumBegins(sums, roster));
        }
        seen = Optional.empty();
        channel.deliver(PartyId.COORDINATOR, id, new Message.Turn(round, 0, 1));
        return seen.orElseThrow(() -> new IllegalStateException("The client (" + id + ") sent no update in its turn."));
    }

    private void see(Envelope envelope) {
        if (envelope.message() instanceof Message.LocalGradient local) {
            seen = Optional.of(new ClientUpdate(local.records(), float64(local.gradient())));
        } else if (envelope.message() instanceof Message.LocalModel local) {
            INDArray change = float64(local.state().parameters()).subi(float64(weights.parameters()));
            seen = Optional.of(new ClientUpdate(local.records(), change));
        } else if (envelope.message() instanceof Message.MaskedUpdate local) {
            INDArray change = masking.orElseThrow().read(local.numbers()).divi(local.records());
            var parameters = NDArrayIndex.interval(0, weights.parameters().length());
            seen = Optional.of(
                    new ClientUpdate(local.records(), change.get(parameters).dup()));
        }
    }

    private static INDArray float64(INDArray array) {
        return array.dup().castTo(DataType.DOUBLE);
    }

    /** Gives everybody the same weights and takes note of nothing. */
    private record StandingAggregator(ModelState weights) implements Party {
        @Override
        public PartyId id() {
            return PartyId.AGGREGATOR;
        }

        @Override
        public void receive(Envelope envelope, Outbox outbox) {
            if (envelope.message() instanceof Message.WeightsRequest) {
                outbox.send(envelope.from(), new Message.WeightsHandOver(weights));
            }
        }
    }
}
