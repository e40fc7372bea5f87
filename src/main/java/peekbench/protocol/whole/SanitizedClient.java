package peekbench.protocol.whole;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.threat.defense.LossTerm;

/** A client that sends its sanitized records and has no layers that could learn (Lee et al. 2021, section III). */
final class SanitizedClient extends SplitClient {
    SanitizedClient(ClientSetup setup) {
        super(setup);
    }

    @Override
    protected void send(int number, INDArray sanitized, LocalRecords.Batch own, Outbox outbox) {
        Optional<LossTerm> term = defenses().addToLoss(own.inputs(), sanitized);
        if (term.isPresent()) {
            throw new ConfigurationException(
                    "The protocol (sanitized-training) cannot train with a defense that adds to"
                            + " the client's loss, since its clients do not learn. Use a defense that sanitizes inputs.");
        }
        outbox.send(PartyId.SERVER, new Message.SanitizedRecords(defenses().filterSmashed(sanitized), own.targets()));
        goOnWithNext(outbox);
    }

    @Override
    protected void train(Envelope envelope, Outbox outbox) {
        throw UnexpectedMessage.at(this, envelope);
    }
}
