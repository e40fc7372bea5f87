package peekbench.threat.attack;

import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Labels of private records, inferred by an attack that was tried at several strengths.
 *
 * @param upToPermutation whether the attack tells classes apart without knowing which is which
 * @param candidates one a strength, in the order tried; at least one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record InferredLabels(boolean upToPermutation, List<LabelCandidate> candidates) implements AttackOutcome {
    public InferredLabels {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("An attack must try at least one strength.");
        }
    }

    @Override
    public <R> R accept(Reader<R> reader) {
        return reader.inferredLabels(this);
    }

    /** The candidate with the smallest loss on the attacker's own validation records; the first one where none has any. */
    public LabelCandidate strongest() {
        return candidates.stream()
                .min(Comparator.comparingDouble(
                        candidate -> candidate.validationLoss().orElse(Double.POSITIVE_INFINITY)))
                .orElseThrow();
    }
}
