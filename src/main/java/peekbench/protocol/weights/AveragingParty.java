package peekbench.protocol.weights;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.UnexpectedMessage;

/**
 * Averages the models that clients send in a round and hands the average to whoever asks in the next (McMahan et al. 2017,
 * Algorithm 1, "server executes").
 */
public final class AveragingParty implements Party {
    private final Learner global;
    private final IncomingUpdates incoming;
    private final Function<ModelState, RoundAverage> rounds;
    private final Optional<SecureSum> masked;
    private RoundAverage sum;
    private boolean averaged;

    /**
     * @param global holds the average; at first the initial model, which clients have as well
     * @param rounds makes the average of a round, given the model before
     */
    public AveragingParty(Learner global, IncomingUpdates incoming, Function<ModelState, RoundAverage> rounds) {
        this(global, incoming, rounds, Optional.empty());
    }

    /**
     * @param masked adds up what clients mask; empty where they do not
     */
    public AveragingParty(
            Learner global,
            IncomingUpdates incoming,
            Function<ModelState, RoundAverage> rounds,
            Optional<SecureSum> masked) {
        this.global = global;
        this.incoming = incoming;
        this.rounds = rounds;
        this.masked = masked;
        this.sum = rounds.apply(global.state());
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
            incoming.check(this, envelope, local.state());
            sum.add(local);
        } else if (message instanceof Message.SumBegins begins) {
            masked.orElseThrow(() -> UnexpectedMessage.at(this, envelope)).begin(begins);
        } else if (message instanceof Message.MaskedUpdate update) {
            incoming.check(this, envelope, update);
            masked.orElseThrow(() -> UnexpectedMessage.at(this, envelope)).add(envelope, update);
        } else if (message instanceof Message.EpochEnds) {
            average();
        } else if (!(message instanceof Message.EpochBegins)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    /** Whether there has been a round, so that clients no longer have the model by themselves. */
    public boolean hasAveraged() {
        return averaged;
    }

    private void average() {
        if (!sum.isEmpty()) {
            global.adopt(sum.average());
            sum = rounds.apply(global.state());
            averaged = true;
        }
        masked.filter(added -> !added.isEmpty()).ifPresent(added -> {
            global.adopt(moved(global.state(), added.mean(global.state())));
            averaged = true;
        });
    }

    /** Weights plus the mean change, and the mean buffers. */
    private static ModelState moved(ModelState from, ModelState mean) {
        INDArray weights = mean.parameters().add(from.parameters().castTo(DataType.DOUBLE));
        return new ModelState(weights.castTo(from.parameters().dataType()), mean.buffers(), 0, List.of());
    }
}
