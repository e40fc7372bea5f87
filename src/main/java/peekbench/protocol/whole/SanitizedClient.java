package peekbench.protocol.whole;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.BatchExchange;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.schedule.LocalRecords;

/** A client that sends its sanitized records and has no layers that could learn (Lee et al. 2021, section III). */
record SanitizedClient() implements BatchExchange {
    @Override
    public boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox) {
        INDArray sanitized = client.forward(own);
        if (client.hasOwnLoss()) {
            throw new ConfigurationException(
                    "The protocol (sanitized-training) cannot train with a defense that adds to"
                            + " the client's loss, since its clients do not learn. Use a defense that sanitizes inputs.");
        }
        outbox.send(
                PartyId.SERVER,
                new Message.SanitizedRecords(client.defenses().filterSmashed(sanitized), own.targets()));
        return false;
    }

    @Override
    public boolean answer(Envelope envelope, SplitClient client, Outbox outbox) {
        throw UnexpectedMessage.at(client, envelope);
    }
}
