package peekbench.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;

/** Keeps the last client's weights, or all updates, for the next client; it need not be able to read them. */
final class WeightsShelf {
    private Optional<Message> weights = Optional.empty();
    private Optional<PartyId> from = Optional.empty();
    private final List<INDArray> updates = new ArrayList<>();

    /** Handles a message about weights. @return whether it was one */
    boolean receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.WeightsRequest) {
            boolean current = from.equals(Optional.of(envelope.from()));
            outbox.send(envelope.from(), weights.filter(kept -> !current).orElseGet(Message.KeepWeights::new));
        } else if (message instanceof Message.WeightsHandOver || message instanceof Message.SealedWeights) {
            weights = Optional.of(message);
            from = Optional.of(envelope.from());
        } else if (message instanceof Message.UpdatesRequest request) {
            outbox.send(envelope.from(), new Message.SealedUpdates(updates.subList(request.from(), updates.size())));
        } else if (message instanceof Message.SealedUpdates update) {
            updates.addAll(update.ciphertexts());
        } else {
            return false;
        }
        return true;
    }
}
