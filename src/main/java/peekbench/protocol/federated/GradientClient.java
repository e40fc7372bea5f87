package peekbench.protocol.federated;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.SecureSum;
import peekbench.threat.defense.SumRoster;

/** A client that computes gradients of the current network on its own records and never takes a step itself. */
final class GradientClient implements Party {
    private final PartyId id;
    private final LocalRecords records;
    private final WholeNetwork network;
    private Optional<SumRoster> roster = Optional.empty();
    private Message.Turn turn = new Message.Turn(0, 0, 0);

    GradientClient(PartyId id, LocalRecords records, WholeNetwork network) {
        this.id = id;
        this.records = records;
        this.network = network;
    }

    @Override
    public PartyId id() {
        return id;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        if (envelope.message() instanceof Message.Turn begun) {
            turn = begun;
            network.begin(begun.epoch());
            outbox.send(PartyId.AGGREGATOR, new Message.WeightsRequest());
        } else if (envelope.message() instanceof Message.WeightsHandOver current) {
            compute(current.state(), outbox);
        } else if (envelope.message() instanceof Message.SumBegins begins) {
            roster = Optional.of(SecureSum.roster(begins));
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private void compute(ModelState current, Outbox outbox) {
        network.adopt(current);
        LocalRecords.Batch batch = records.batch(turn.epoch(), turn.first());
        INDArray gradient = network.defenses().filterUpdate(network.gradient(batch));
        outbox.send(
                PartyId.AGGREGATOR,
                message(batch.size(), gradient, network.state().buffers()));
        network.reset();
        outbox.send(PartyId.COORDINATOR, new Message.TurnDone());
    }

    private Message message(int records, INDArray gradient, INDArray buffers) {
        return network.defenses()
                .updateMasking()
                .<Message>map(masking -> new Message.MaskedUpdate(
                        records, masking.mask(SecureSum.joined(gradient, buffers), records, roster.orElseThrow())))
                .orElseGet(() -> new Message.LocalGradient(records, gradient, buffers));
    }
}
