package peekbench.protocol.weights;

import peekbench.channel.Envelope;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;

/** How one client comes by the weights of the client that trained before it, and what becomes of its own. */
public interface WeightExchange {

    /** What a client needs to answer with. */
    interface Holder {
        /** The client's weights and its optimiser's memory. */
        ModelState state();

        /** Takes over weights, and an optimiser's memory where there is one. */
        void adopt(ModelState state);
    }

    /**
     * A turn begins: asks for weights where that is needed.
     *
     * @return whether the client's own weights are current, so that it need not wait
     */
    boolean begin(Outbox outbox);

    /**
     * Handles a message about weights.
     *
     * @return what it meant for the client
     */
    Outcome receive(Envelope envelope, Holder client, Outbox outbox);

    /** The meaning of a message. */
    enum Outcome {
        /** The client has the weights that it waited for. */
        READY,
        /** The client need not do anything. */
        HANDLED,
        /** It is not about weights. */
        UNKNOWN
    }

    /**
     * A turn ends: sends the client's weights where they are wanted.
     *
     * @param records how many records the client trained on
     */
    void end(Holder client, int records, Outbox outbox);

    /** Whether the client may be asked for its weights after its turn. */
    default boolean sendsAfterTurn() {
        return false;
    }

    /** Every client keeps its own weights; nothing is exchanged. */
    record None() implements WeightExchange {
        @Override
        public boolean begin(Outbox outbox) {
            return true;
        }

        @Override
        public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
            return Outcome.UNKNOWN;
        }

        @Override
        public void end(Holder client, int records, Outbox outbox) {
            // Nobody waits for the weights.
        }
    }
}
