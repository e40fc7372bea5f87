package peekbench.protocol.weights;

import java.util.Optional;
import peekbench.channel.Message;
import peekbench.channel.ModelState;

/** Whether weights travel readable by all or by clients alone. */
sealed interface WeightsWrapping {
    /** The message that carries a client's weights. */
    Message wrap(ModelState state);

    /** The weights in a message; empty when it carries none of this kind. */
    Optional<ModelState> unwrap(Message message);

    /** Readable by all. */
    record Plain() implements WeightsWrapping {
        @Override
        public Message wrap(ModelState state) {
            return new Message.WeightsHandOver(state);
        }

        @Override
        public Optional<ModelState> unwrap(Message message) {
            return message instanceof Message.WeightsHandOver weights ? Optional.of(weights.state()) : Optional.empty();
        }
    }

    /** Readable by clients alone. */
    record Sealed(WeightsCipher cipher) implements WeightsWrapping {
        private static final String WHAT = "weights";

        @Override
        public Message wrap(ModelState state) {
            return new Message.SealedWeights(cipher.seal(state, WHAT));
        }

        @Override
        public Optional<ModelState> unwrap(Message message) {
            return message instanceof Message.SealedWeights weights
                    ? Optional.of(cipher.open(weights.ciphertext(), WHAT))
                    : Optional.empty();
        }
    }
}
