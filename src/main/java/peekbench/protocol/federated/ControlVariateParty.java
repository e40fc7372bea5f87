package peekbench.protocol.federated;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.weights.AveragingParty;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.protocol.weights.RoundAverage;

/**
 * Averages the clients of a round alike and keeps the control variate {@code c ← c + (1/N) Σ (c_i⁺ - c_i)}, where N counts
 * all clients and the sum is over those of the round (Karimireddy et al. 2020, Algorithm 1, lines 16 and 17).
 */
final class ControlVariateParty implements Party {
    private final AveragingParty averaging;
    private final IncomingUpdates incoming;
    private INDArray control;
    private INDArray changes;

    ControlVariateParty(Learner global, IncomingUpdates incoming) {
        this.averaging = new AveragingParty(global, incoming, RoundAverage::equal);
        this.incoming = incoming;
        this.control = global.state().parameters().like();
        this.changes = Nd4j.zeros(DataType.DOUBLE, control.length());
    }

    @Override
    public PartyId id() {
        return averaging.id();
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.ControlChange local) {
            incoming.check(this, envelope, "changes of a control variate", local.change());
            changes.addi(local.change().castTo(DataType.DOUBLE));
            return;
        }
        if (message instanceof Message.WeightsRequest && averaging.hasAveraged()) {
            outbox.send(envelope.from(), new Message.ControlVariate(control));
        }
        averaging.receive(envelope, outbox);
        if (message instanceof Message.EpochEnds) {
            control = control.add(changes.divi(incoming.clients()).castTo(control.dataType()));
            changes = Nd4j.zeros(DataType.DOUBLE, control.length());
        }
    }
}
