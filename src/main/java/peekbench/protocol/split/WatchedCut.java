package peekbench.protocol.split;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Message;

/** A place where features go one way and the gradients of the loss come back. */
enum WatchedCut {
    /** Smashed data and what the server returns for them. */
    SMASHED_DATA {
        @Override
        Optional<INDArray> features(Message message) {
            return message instanceof Message.SmashedData data ? Optional.of(data.smashed()) : Optional.empty();
        }

        @Override
        Optional<INDArray> targets(Message message) {
            return message instanceof Message.SmashedData data ? Optional.of(data.targets()) : Optional.empty();
        }

        @Override
        Optional<Returned> returned(Message message) {
            return message instanceof Message.CutGradient answer
                    ? Optional.of(new Returned(answer.batch(), answer.gradient()))
                    : Optional.empty();
        }
    },
    /** What the server sends to clients' last layers, and what these return. */
    HEAD {
        @Override
        Optional<INDArray> features(Message message) {
            return message instanceof Message.HeadInput input ? Optional.of(input.features()) : Optional.empty();
        }

        @Override
        Optional<INDArray> targets(Message message) {
            return Optional.empty();
        }

        @Override
        Optional<Returned> returned(Message message) {
            return message instanceof Message.HeadGradient answer
                    ? Optional.of(new Returned(answer.batch(), answer.gradient()))
                    : Optional.empty();
        }
    };

    /** The features {@code [N, …]} of a message that carries them. */
    abstract Optional<INDArray> features(Message message);

    /** The targets {@code [N, outputs]} that go with the features, where the protocol sends any. */
    abstract Optional<INDArray> targets(Message message);

    /** The gradient of a message that carries one. */
    abstract Optional<Returned> returned(Message message);

    /**
     * Gradients that came back.
     *
     * @param batch number of the batch in the client's epoch
     * @param gradient {@code [N, …]}
     */
    record Returned(int batch, INDArray gradient) {}
}
