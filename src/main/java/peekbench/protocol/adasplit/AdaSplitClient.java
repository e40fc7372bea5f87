package peekbench.protocol.adasplit;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.SupervisedNtXent;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.BatchExchange;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.threat.defense.DefenseChain;

/**
 * A client that learns from a contrastive loss of its own, on a projection of its smashed data, and sends a batch when it was
 * chosen, without waiting for an answer (Chopra et al. 2021, sections 3.1 and 3.2). What it sends was computed before its
 * step on the batch. What a filter of smashed data does is on its way to the server, so the client's own loss does not see it.
 */
final class AdaSplitClient implements BatchExchange {
    private final Learner projection;
    private final AdaSplit.ClientLoss options;
    private final TrainingMeter meter;
    private boolean chosen;

    /**
     * @param projection H, which never leaves the client
     * @param meter takes note of the client's loss, its mean over pairs
     */
    AdaSplitClient(Learner projection, AdaSplit.ClientLoss options, TrainingMeter meter) {
        this.projection = projection;
        this.options = options;
        this.meter = meter;
    }

    /** The batch is a copy, since the client goes on before the server has read it. */
    @Override
    public boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox) {
        INDArray smashed = client.forward(own);
        DefenseChain defenses = client.defenses();
        client.addToLoss(contrast(smashed, own.targets(), defenses.taskLossWeight()));
        if (chosen) {
            chosen = false;
            INDArray sent = defenses.filterSmashed(smashed).dup('c');
            outbox.send(
                    PartyId.SERVER,
                    new Message.SmashedData(client.batch(), sent, defenses.filterTargets(own.targets())));
        }
        client.learnAlone();
        return false;
    }

    /** A step of the projection. @return the gradient {@code [N, …]} of the client's loss with respect to its smashed data */
    private INDArray contrast(INDArray smashed, INDArray targets, double taskLossWeight) {
        int[] labels = targets.argMax(1).toIntVector();
        LossAndGradient sum = new SupervisedNtXent(options.temperature()).of(projection.forward(smashed), labels);
        long pairs = Math.max(1, SupervisedNtXent.pairs(labels));
        meter.clientLoss(sum.loss() / pairs, labels.length);
        double weight = options.reduction().weight(pairs) * taskLossWeight;
        return projection.learn(sum.gradient().muli(weight));
    }

    @Override
    public boolean answer(Envelope envelope, SplitClient client, Outbox outbox) {
        if (envelope.message() instanceof Message.Chosen) {
            chosen = true;
            return false;
        }
        throw UnexpectedMessage.at(client, envelope);
    }

    @Override
    public List<Learner> learners() {
        return List.of(projection);
    }
}
