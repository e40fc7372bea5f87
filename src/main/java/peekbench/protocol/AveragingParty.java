package peekbench.protocol;

import java.util.Optional;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;

/**
 * Averages the models that clients send in a round and hands the average to whoever asks in the next (McMahan et al. 2017,
 * Algorithm 1, "server executes").
 */
final class AveragingParty implements Party {
    private final ModelState shape;
    private ModelAverage sum;
    private Optional<ModelState> global = Optional.empty();

    /**
     * @param initial the model before the first round, which clients have as well
     */
    AveragingParty(ModelState initial) {
        this.shape = initial;
        this.sum = new ModelAverage(initial);
    }

    @Override
    public PartyId id() {
        return PartyId.AGGREGATOR;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.WeightsRequest) {
            outbox.send(
                    envelope.from(),
                    global.<Message>map(Message.WeightsHandOver::new).orElseGet(Message.KeepWeights::new));
        } else if (message instanceof Message.LocalModel local) {
            sum.add(local.state(), local.records());
        } else if (message instanceof Message.EpochEnds) {
            if (!sum.isEmpty()) {
                global = Optional.of(sum.average());
                sum = new ModelAverage(shape);
            }
        } else if (!(message instanceof Message.EpochBegins)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    /** The average of the last round; the initial model before the first. */
    ModelState global() {
        return global.orElse(shape).weightsOnly();
    }
}
