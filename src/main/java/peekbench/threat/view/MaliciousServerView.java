package peekbench.threat.view;

import java.util.List;
import java.util.Set;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.threat.observation.PlayedTraining;
import peekbench.threat.observation.ServerBehavior;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;

/**
 * A server that chooses the gradients it returns. It does not look at the honest training but plays the server in a
 * training of its own, with the same clients, records, initial weights and order.
 */
@Role(
        value = "a malicious server that chooses the gradients it returns",
        sees = "the smashed data that clients send in answer to its gradients")
public final class MaliciousServerView implements AdversaryView {
    private final SmashedObservation known;
    private final Stage stage;

    /** A training that waits for its server. */
    @FunctionalInterface
    public interface Stage {
        /** See {@link MaliciousServerView#play}. */
        PlayedTraining play(ServerBehavior behavior, int batches, Set<Integer> looks);
    }

    /**
     * @param known an observation, of which shapes and kinds of layers are taken
     * @param stage lets the attacker be the server of a training from its beginning, as often as it likes
     */
    public MaliciousServerView(SmashedObservation known, Stage stage) {
        this.known = known;
        this.stage = stage;
    }

    @Override
    public Precision precision() {
        return known.precision();
    }

    /** The shape of one private input. */
    public Shape inputShape() {
        return known.inputShape();
    }

    /** The kinds and sizes of the client's layers, without weights. */
    public List<NamedLayer> clientLayers() {
        return known.clientLayers();
    }

    /** The shape of one example of smashed data. */
    public Shape smashedShape() {
        return known.smashedShape();
    }

    /** The private records that it gets to see the smashed data of. */
    public Set<TargetSet> targets() {
        return known.targets();
    }

    /**
     * Plays the server of a training from its beginning. The clients train for as long as they would with an honest server,
     * unless one of them stops or enough batches are answered. What they measure with the server's help, such as a test loss
     * to stop early by, is the server's to choose, so nobody stops by it.
     *
     * @param behavior what the server answers
     * @param batches at most so many are answered; at least 1
     * @param looks after how many answered batches the smashed data of private records are wanted, besides at the end;
     *     numbers that are not reached are passed over
     * @throws IllegalArgumentException when {@code batches} is not positive
     * @throws IllegalStateException when an answer has another shape than the smashed data
     */
    public PlayedTraining play(ServerBehavior behavior, int batches, Set<Integer> looks) {
        if (batches < 1) {
            throw new IllegalArgumentException(
                    "A malicious server cannot answer " + batches + " batches; ask for at least 1.");
        }
        return stage.play(behavior, batches, Set.copyOf(looks));
    }
}
