package peekbench.protocol.weights;

import java.util.Optional;
import peekbench.channel.Party;
import peekbench.channel.PartyId;

/** By what way a client comes by the weights of the client that trained before it. */
public enum WeightsTransfer {
    /** The server passes them on and can read them. */
    SERVER {
        @Override
        public WeightExchange exchange(HandOver handOver, WeightsCipher cipher) {
            return new StoredWeights(PartyId.SERVER, new WeightsWrapping.Plain(), handOver::outgoing);
        }
    },
    /** The server keeps a file that only clients can read ("centralized", section 3.2). */
    ENCRYPTED_AT_SERVER {
        @Override
        public WeightExchange exchange(HandOver handOver, WeightsCipher cipher) {
            return new StoredWeights(PartyId.SERVER, new WeightsWrapping.Sealed(cipher), handOver::outgoing);
        }
    },
    /** A third party keeps a file that only clients can read ("centralized", section 3.2). */
    ENCRYPTED_AT_THIRD_PARTY {
        @Override
        public WeightExchange exchange(HandOver handOver, WeightsCipher cipher) {
            return new StoredWeights(PartyId.WEIGHTS_STORE, new WeightsWrapping.Sealed(cipher), handOver::outgoing);
        }

        @Override
        public Optional<Party> thirdParty() {
            return Optional.of(new WeightsStoreParty());
        }
    },
    /** The server names the client that trained last, which sends them encrypted ("peer-to-peer", section 3.2). */
    PEER_TO_PEER {
        @Override
        public WeightExchange exchange(HandOver handOver, WeightsCipher cipher) {
            return new PeerWeights(new WeightsWrapping.Sealed(cipher), handOver::outgoing);
        }
    },
    /** Not at all: each client keeps its own layers (Ioannidou and Straathof 2020, section 3.3). */
    NONE {
        @Override
        public WeightExchange exchange(HandOver handOver, WeightsCipher cipher) {
            return new WeightExchange.None();
        }
    };

    /**
     * How one client comes by weights and passes them on.
     *
     * @param cipher the clients', where the way has them encrypted
     */
    public abstract WeightExchange exchange(HandOver handOver, WeightsCipher cipher);

    /** Who keeps weights and has no other part in the training; empty where nobody does. */
    public Optional<Party> thirdParty() {
        return Optional.empty();
    }
}
