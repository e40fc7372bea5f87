package peekbench.protocol.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;

/**
 * Keeps the last client's weights, or all updates, for the next client, or knows who that was; it need not be able to read
 * anything.
 */
public final class WeightsShelf {
    private final boolean peerToPeer;
    private Optional<Message> weights = Optional.empty();
    private Optional<PartyId> last = Optional.empty();
    private final List<INDArray> updates = new ArrayList<>();

    /**
     * @param peerToPeer whether a client that asks is sent to the client that trained last
     */
    public WeightsShelf(boolean peerToPeer) {
        this.peerToPeer = peerToPeer;
    }

    /** Takes note of who trained last. */
    public void trained(PartyId client) {
        last = Optional.of(client);
    }

    /** Handles a message about weights. @return whether it was one */
    public boolean receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.WeightsRequest) {
            outbox.send(envelope.from(), answer(envelope.from()));
        } else if (message instanceof Message.WeightsHandOver || message instanceof Message.SealedWeights) {
            weights = Optional.of(message);
            last = Optional.of(envelope.from());
        } else if (message instanceof Message.UpdatesRequest request) {
            outbox.send(envelope.from(), new Message.SealedUpdates(updates.subList(request.from(), updates.size())));
        } else if (message instanceof Message.SealedUpdates update) {
            updates.addAll(update.ciphertexts());
        } else {
            return false;
        }
        return true;
    }

    private Message answer(PartyId asking) {
        if (last.isEmpty() || last.get().equals(asking)) {
            return new Message.KeepWeights();
        }
        return peerToPeer ? new Message.LastTrained(last.get().number()) : weights.orElseGet(Message.KeepWeights::new);
    }
}
