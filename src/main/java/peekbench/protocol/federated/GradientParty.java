package peekbench.protocol.federated;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.protocol.weights.ModelAverage;
import peekbench.protocol.weights.SecureSum;

/**
 * Takes the gradients of the first clients that answer in a step, averages them weighted by records, steps along the average
 * and drops those that come later (Chen et al. 2016, Algorithm 4).
 */
final class GradientParty implements Party {
    private final Learner global;
    private final IncomingUpdates incoming;
    private final Optional<SecureSum> masked;
    private ModelAverage sum;
    private int wanted;
    private int taken;

    /**
     * @param global the network that all learn together
     * @param masked adds up what clients mask; empty where they do not
     */
    GradientParty(Learner global, IncomingUpdates incoming, Optional<SecureSum> masked) {
        this.global = global;
        this.incoming = incoming;
        this.masked = masked;
        this.sum = new ModelAverage(global.state());
    }

    @Override
    public PartyId id() {
        return PartyId.AGGREGATOR;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.StepBegins begins) {
            wanted = begins.clients();
            masked.ifPresent(added -> added.waitFor(begins.clients()));
            taken = 0;
            sum = new ModelAverage(global.state());
        } else if (message instanceof Message.WeightsRequest) {
            outbox.send(
                    envelope.from(), new Message.WeightsHandOver(global.state().weightsOnly()));
        } else if (message instanceof Message.LocalGradient local) {
            take(envelope, local);
        } else if (message instanceof Message.SumBegins begins) {
            masked.orElseThrow(() -> UnexpectedMessage.at(this, envelope)).begin(begins);
        } else if (message instanceof Message.MaskedUpdate update) {
            incoming.check(this, envelope, update);
            masked.orElseThrow(() -> UnexpectedMessage.at(this, envelope)).add(envelope, update);
        } else if (message instanceof Message.StepEnds) {
            step();
        } else if (message instanceof Message.EpochBegins begins) {
            global.begin(begins.epoch());
        } else if (!(message instanceof Message.EpochEnds)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private void take(Envelope envelope, Message.LocalGradient local) {
        incoming.check(this, envelope, "numbers of a gradient", local.gradient(), local.buffers());
        if (taken < wanted) {
            taken++;
            sum.add(new ModelState(local.gradient(), local.buffers(), 0, List.of()), local.records());
        }
    }

    private void step() {
        Optional<ModelState> secure = masked.filter(added -> !added.isEmpty()).map(added -> added.mean(global.state()));
        if (secure.isPresent() || !sum.isEmpty()) {
            ModelState average = secure.orElseGet(sum::average);
            INDArray gradient =
                    average.parameters().castTo(global.state().parameters().dataType());
            global.step(gradient, average.buffers());
        }
    }
}
