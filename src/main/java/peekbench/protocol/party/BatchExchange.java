package peekbench.protocol.party;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.schedule.LocalRecords;

/** How the client of one protocol trains on a batch with the help of others; one for each client. */
public interface BatchExchange {

    /**
     * The client's forward pass and what it sends.
     *
     * @return whether the client waits for an answer; if not, it is done with the batch
     */
    boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox);

    /**
     * Handles a message of the training; anything else is an error.
     *
     * @return whether the client is done with the batch that it waited for
     */
    boolean answer(Envelope envelope, SplitClient client, Outbox outbox);

    /** Whoever has layers besides the client's first ones. */
    default List<Learner> learners() {
        return List.of();
    }

    /** Who holds the layers behind the cut. */
    default PartyId next() {
        return PartyId.SERVER;
    }

    /** What the client's last layers make of an answer {@code [N, …]} to inputs that are predicted. */
    default INDArray outputs(INDArray answer) {
        return answer;
    }
}
