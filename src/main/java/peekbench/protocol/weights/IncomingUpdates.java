package peekbench.protocol.weights;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Party;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;

/**
 * What an aggregator accepts, since one bad model would spoil the average of all.
 *
 * @param clients how many clients there are, numbered from 0
 * @param size of the layers that are learned together
 */
public record IncomingUpdates(int clients, Learner.Size size) {
    /**
     * Checks a model.
     *
     * @throws IllegalStateException for an unknown client, a wrong number of parameters or buffers, or numbers that are not
     *     finite; names party, message and value
     */
    void check(Party party, Envelope envelope, ModelState model) {
        check(party, envelope, "parameters", model.parameters(), model.buffers());
    }

    /** Checks a gradient or a change of the parameters, and the buffers that come with it. */
    public void check(Party party, Envelope envelope, String what, INDArray vector, INDArray buffers) {
        check(party, envelope, what, vector);
        numbers(party, envelope, "buffers", buffers, size.buffers());
    }

    /** {@link #check(Party, Envelope, String, INDArray, INDArray)} without buffers. */
    public void check(Party party, Envelope envelope, String what, INDArray vector) {
        Incoming.known(party, envelope, clients);
        numbers(party, envelope, what, vector, size.parameters());
    }

    /** Checks a masked update; whether its numbers make sense shows in the sum only. */
    public void check(Party party, Envelope envelope, Message.MaskedUpdate update) {
        Incoming.known(party, envelope, clients);
        long length = size.parameters() + size.buffers();
        if (update.numbers().length() != length) {
            throw Incoming.wrong(
                    party,
                    envelope,
                    update.numbers().length() + " masked numbers; the layers have " + length + " of them");
        }
    }

    private static void numbers(Party party, Envelope envelope, String what, INDArray vector, long length) {
        if (vector.length() != length) {
            throw Incoming.wrong(
                    party, envelope, vector.length() + " " + what + "; the layers have " + length + " of them");
        }
        if (length > 0) {
            Incoming.finite(party, envelope, what, vector);
        }
    }
}
