package peekbench.protocol.adasplit;

import java.util.List;
import java.util.Optional;
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
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.schedule.LocalRecords;

/**
 * A client that learns from a contrastive loss of its own, on a projection of its smashed data, and sends a batch when it was
 * chosen, without waiting for an answer (Chopra et al. 2021, sections 3.1 and 3.2). What it sends was computed before its
 * step on the batch. What a filter of smashed data does is on its way to the server, so the client's own loss does not see it.
 */
final class AdaSplitClient extends SplitClient {
    private final Learner front;
    private final Learner projection;
    private final AdaSplit.ClientLoss options;
    private final TrainingMeter own;
    private boolean chosen;

    /**
     * @param projection H, which never leaves the client
     * @param own takes note of the client's loss, its mean over pairs
     */
    AdaSplitClient(ClientSetup setup, Learner projection, AdaSplit.ClientLoss options, TrainingMeter own) {
        super(setup);
        this.front = setup.front();
        this.projection = projection;
        this.options = options;
        this.own = own;
    }

    @Override
    protected List<Learner> learners() {
        return List.of(front, projection);
    }

    @Override
    protected Optional<INDArray> ownGradient(INDArray smashed, LocalRecords.Batch batch) {
        int[] labels = batch.targets().argMax(1).toIntVector();
        LossAndGradient sum = new SupervisedNtXent(options.temperature()).of(projection.forward(smashed), labels);
        long pairs = Math.max(1, SupervisedNtXent.pairs(labels));
        own.loss(sum.loss() / pairs, labels.length);
        double weight = options.reduction().weight(pairs) * defenses().taskLossWeight();
        return Optional.of(projection.learn(sum.gradient().muli(weight)));
    }

    @Override
    protected boolean isShared(int number) {
        return chosen;
    }

    /** The batch is a copy, since the client goes on before the server has read it. */
    @Override
    protected void send(int number, INDArray smashed, LocalRecords.Batch batch, Outbox outbox) {
        chosen = false;
        INDArray sent = defenses().filterSmashed(smashed).dup('c');
        outbox.send(
                PartyId.SERVER, new Message.SmashedData(number, sent, defenses().filterTargets(batch.targets())));
        learnAlone();
        goOnWithNext(outbox);
    }

    @Override
    protected void train(Envelope envelope, Outbox outbox) {
        if (envelope.message() instanceof Message.Chosen) {
            chosen = true;
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
