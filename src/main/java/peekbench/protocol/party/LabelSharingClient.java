package peekbench.protocol.party;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.schedule.LocalRecords;

/** A client that sends its labels with its smashed data (Gupta and Raskar 2018, Algorithm 1). */
public class LabelSharingClient extends SplitClient {
    private final PartyId next;

    /**
     * @param next who holds the layers behind the cut
     */
    public LabelSharingClient(ClientSetup setup, PartyId next) {
        super(setup);
        this.next = next;
    }

    @Override
    PartyId next() {
        return next;
    }

    @Override
    protected void send(int number, INDArray smashed, LocalRecords.Batch own, Outbox outbox) {
        INDArray targets = defenses().filterTargets(own.targets());
        outbox.send(next, new Message.SmashedData(number, defenses().filterSmashed(smashed), targets));
    }

    @Override
    protected void train(Envelope envelope, Outbox outbox) {
        if (envelope.message() instanceof Message.CutGradient answer) {
            cutGradient(answer.gradient(), outbox);
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
