package peekbench.protocol;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.OptimizerSnapshot;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.threat.DefenseChain;
import peekbench.threat.LossTerm;

/**
 * Alice: holds records and the layers up to the cut (Gupta and Raskar 2018, Algorithms 1 and 2). What a defense adds to
 * the loss is computed here and never mixed with the server's gradient before it arrives.
 */
final class ClientParty implements Party {
    private final PartyId id;
    private final LocalRecords records;
    private final Segment segment;
    private final OptimizerState optimizer;
    private final DefenseChain defenses;
    private final Optional<HandOver> handOver;
    private Message.Turn turn = new Message.Turn(0, 0, 0);
    private int batch;
    private Optional<LossTerm> lossTerm = Optional.empty();
    private INDArray prediction;
    private DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();

    /**
     * @param handOver what goes to the next client; empty where there is no other
     */
    ClientParty(
            PartyId id,
            LocalRecords records,
            Segment segment,
            OptimizerState optimizer,
            DefenseChain defenses,
            Optional<HandOver> handOver) {
        this.id = id;
        this.records = records;
        this.segment = segment;
        this.optimizer = optimizer;
        this.defenses = defenses;
        this.handOver = handOver;
        this.prediction = Nd4j.empty(segment.precision().dataType());
    }

    @Override
    public PartyId id() {
        return id;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.Turn begun) {
            turn = begun;
            batch = begun.first();
            if (handOver.isPresent()) {
                outbox.send(PartyId.SERVER, new Message.WeightsRequest());
            } else {
                forward(outbox);
            }
        } else if (message instanceof Message.WeightsHandOver weights) {
            adopt(weights);
            forward(outbox);
        } else if (message instanceof Message.KeepWeights) {
            forward(outbox);
        } else if (message instanceof Message.CutGradient gradient) {
            backward(gradient.gradient());
            batch++;
            if (batch == turn.first() + turn.batches()) {
                handOver.ifPresent(kind -> outbox.send(PartyId.SERVER, weights(kind)));
                outbox.send(PartyId.COORDINATOR, new Message.TurnDone());
            } else {
                forward(outbox);
            }
        } else if (message instanceof Message.Predict predict) {
            INDArray smashed = segment.predict(defenses.sanitizeInput(predict.inputs()));
            outbox.send(PartyId.SERVER, new Message.InferenceData(defenses.filterSmashed(smashed)));
        } else if (message instanceof Message.Prediction answer) {
            prediction = answer.outputs();
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private void forward(Outbox outbox) {
        LocalRecords.Batch own = records.batch(turn.epoch(), batch);
        INDArray smashed = segment.forward(defenses.sanitizeInput(own.inputs()));
        lossTerm = defenses.addToLoss(own.inputs(), smashed);
        lossTerm.ifPresent(term -> statistics.accept(term.statistic()));
        outbox.send(PartyId.SERVER, new Message.SmashedData(batch, defenses.filterSmashed(smashed), own.targets()));
    }

    private void backward(INDArray arrived) {
        defenses.watchGradient(arrived);
        INDArray gradient = defenses.smashedFilterGradient(arrived);
        segment.backwardParameters(
                lossTerm.isPresent() ? gradient.add(lossTerm.get().gradient()) : gradient);
        optimizer.step();
    }

    private Message weights(HandOver kind) {
        OptimizerSnapshot snapshot =
                kind == HandOver.WITH_OPTIMIZER_STATE ? optimizer.snapshot() : new OptimizerSnapshot(0, List.of());
        return new Message.WeightsHandOver(
                defenses.filterUpdate(segment.parameters()), snapshot.steps(), snapshot.vectors());
    }

    private void adopt(Message.WeightsHandOver weights) {
        segment.parameters().assign(weights.parameters());
        if (handOver.equals(Optional.of(HandOver.WITH_OPTIMIZER_STATE))) {
            optimizer.restore(new OptimizerSnapshot(weights.optimizerSteps(), weights.optimizerVectors()));
        }
    }

    /** The outputs {@code [N, outputs]} of the last prediction. */
    INDArray prediction() {
        return prediction;
    }

    Segment segment() {
        return segment;
    }

    /** What a loss-side defense measured in each batch since the last call. */
    DoubleSummaryStatistics takeDefenseStatistics() {
        DoubleSummaryStatistics taken = statistics;
        statistics = new DoubleSummaryStatistics();
        return taken;
    }
}
