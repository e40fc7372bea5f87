package peekbench.threat.view;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.SmashedObservation;

/**
 * Another client of the training, who plays its own part as it should and listens on the unencrypted wire of the others. It
 * has what the training gave to all clients alike, such as a nonce, so its own sanitizer may be theirs.
 */
@Role(
        value = "a client that listens on the wire of the others",
        sees = "what the other clients send to the server, as it crosses the wire")
public final class PeerClientView extends ListeningView {
    private final UnaryOperator<INDArray> sanitizer;

    /**
     * @param observation what passed on the wire
     * @param sanitizer what the peer's own defenses of inputs make of {@code [N, …]}
     */
    public PeerClientView(SmashedObservation observation, UnaryOperator<INDArray> sanitizer) {
        super(observation);
        this.sanitizer = sanitizer;
    }

    /**
     * What this client's own defenses of inputs make of any inputs that it gives them. Where they come from what all clients
     * share, that is what the others' would; where each client has its own, it is not.
     *
     * @param inputs {@code [N, …]}
     * @return {@code [N, …]}
     */
    public INDArray sanitize(INDArray inputs) {
        return sanitizer.apply(inputs);
    }
}
