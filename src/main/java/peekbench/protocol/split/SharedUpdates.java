package peekbench.protocol.split;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.protocol.weights.WeightExchange;
import peekbench.protocol.weights.WeightsCipher;

/**
 * Online learning (Gupta and Raskar 2018, section 3.4): all clients make the same initial weights from a shared seed and
 * exchange, through a third party that cannot read them, only what each turn added. A client that joins late adds all
 * updates since the beginning to the initial weights.
 *
 * <p>A client that has trained replaces its weights by the sum of the old ones and its update, as rounded; otherwise those
 * who add the update would differ from it in the last bit.
 */
final class SharedUpdates implements WeightExchange {
    private final WeightsCipher cipher;
    private ModelState known;
    private int updates;

    /**
     * @param initial made from the shared seed
     */
    SharedUpdates(WeightsCipher cipher, ModelState initial) {
        this.cipher = cipher;
        this.known = initial.weightsOnly();
    }

    @Override
    public boolean begin(Outbox outbox) {
        outbox.send(PartyId.WEIGHTS_STORE, new Message.UpdatesRequest(updates));
        return false;
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        if (envelope.message() instanceof Message.SealedUpdates news) {
            news.ciphertexts().forEach(this::add);
            client.adopt(known);
            return Outcome.READY;
        }
        return Outcome.UNKNOWN;
    }

    private void add(INDArray ciphertext) {
        add(cipher.open(ciphertext, what()));
    }

    private void add(ModelState update) {
        known = new ModelState(
                known.parameters().add(update.parameters()), sum(known.buffers(), update.buffers()), 0, List.of());
        updates++;
    }

    private static INDArray sum(INDArray left, INDArray right) {
        return left.length() == 0 ? left : left.add(right);
    }

    /** Its place is authenticated, so that the third party cannot leave one out or change their order. */
    private String what() {
        return "update " + updates;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        ModelState trained = client.state();
        ModelState update = new ModelState(
                trained.parameters().sub(known.parameters()),
                known.buffers().length() == 0
                        ? known.buffers()
                        : trained.buffers().sub(known.buffers()),
                0,
                List.of());
        outbox.send(PartyId.WEIGHTS_STORE, new Message.SealedUpdates(List.of(cipher.seal(update, what()))));
        add(update);
        client.adopt(known);
    }
}
