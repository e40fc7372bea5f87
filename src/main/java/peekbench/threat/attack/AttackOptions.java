package peekbench.threat.attack;

import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import peekbench.nn.array.SavedState;

/** A self-checking record of an attack's options; see the attack registry. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface AttackOptions {
    Attack<?, ?> create();

    /** Whether the attack trains on the classes of the attacker's records, so that records without any are of no use. */
    default boolean needsClasses() {
        return false;
    }

    /**
     * The same attack tried at one of its strengths only, for references and ceilings, which are compared with the strongest;
     * an attack that has no strengths is the same.
     *
     * @param strength a candidate's strength
     */
    default AttackOptions onlyAt(String strength) {
        return this;
    }

    /**
     * The same attack at one of its strengths for the floor, a client that does not learn from what it is returned. Of an
     * attack that teaches clients this leaves out what nobody would learn.
     *
     * @param strength a candidate's strength
     */
    default AttackOptions againstUntrained(String strength) {
        return onlyAt(strength);
    }

    /** Epochs of the victims' training, from 1, whose messages must be kept for this attack; most look at its end only. */
    default Set<Integer> watchedEpochs() {
        return Set.of();
    }

    /**
     * Why the attack cannot be mounted on a task, and what to use in its place, as the end of a sentence.
     *
     * @param classes how many the task has; 0 where numbers are predicted
     */
    default Optional<String> reasonAgainst(int classes) {
        return Optional.empty();
    }

    /**
     * A network that this attack trained, as it was written down; empty where the attack keeps none.
     *
     * @param strength of the candidate that it is of
     * @param shapes what it was trained on
     * @param written by {@link TrainedAttacker#remember}
     * @throws IllegalStateException when what was written is of another network
     */
    default Optional<TrainedAttacker> restored(String strength, ClientShapes shapes, SavedState written) {
        return Optional.empty();
    }

    /**
     * How many weights the largest network has that the attack may keep; 0 where it keeps none.
     *
     * @param shapes what it will be trained on
     */
    default long keptWeights(ClientShapes shapes) {
        return 0;
    }
}
