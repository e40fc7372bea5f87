package peekbench.protocol;

import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;

/**
 * Averages the models that clients send in a round and hands the average to whoever asks in the next (McMahan et al. 2017,
 * Algorithm 1, "server executes").
 */
final class AveragingParty implements Party {
    private final Learner global;
    private ModelAverage sum;
    private boolean averaged;

    /**
     * @param global holds the average; at first the initial model, which clients have as well
     */
    AveragingParty(Learner global) {
        this.global = global;
        this.sum = new ModelAverage(global.state());
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
                    averaged ? new Message.WeightsHandOver(global.state().weightsOnly()) : new Message.KeepWeights());
        } else if (message instanceof Message.LocalModel local) {
            sum.add(local.state(), local.records());
        } else if (message instanceof Message.EpochEnds) {
            average();
        } else if (!(message instanceof Message.EpochBegins)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private void average() {
        if (!sum.isEmpty()) {
            global.adopt(sum.average());
            sum = new ModelAverage(global.state());
            averaged = true;
        }
    }
}
