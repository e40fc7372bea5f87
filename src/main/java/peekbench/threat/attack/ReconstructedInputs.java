package peekbench.threat.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.threat.observation.HijackDetection;
import peekbench.threat.observation.TargetSet;

/**
 * Reconstructions of private inputs by an attack that was tried at several strengths.
 *
 * @param candidates one a strength, in the order tried; at least one
 * @param detection by a victim that stopped its training; empty when nobody did, as with attacks that only look
 * @param unorderedWithin how many consecutive records, the first ones on, came mixed up, so that the attack cannot know
 *     which is which among them; 1 where it can
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ReconstructedInputs(
        List<Candidate> candidates, List<String> findings, Optional<HijackDetection> detection, int unorderedWithin)
        implements AttackOutcome {
    public ReconstructedInputs {
        candidates = List.copyOf(candidates);
        findings = List.copyOf(findings);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("An attack must try at least one strength.");
        }
        if (unorderedWithin < 1) {
            throw new IllegalArgumentException("Records cannot be mixed up within " + unorderedWithin + ".");
        }
    }

    /** Reconstructions of which the scores say all, by an attack that nobody noticed. */
    public ReconstructedInputs(List<Candidate> candidates) {
        this(candidates, List.of());
    }

    /** Reconstructions by an attack that nobody noticed. */
    public ReconstructedInputs(List<Candidate> candidates, List<String> findings) {
        this(candidates, findings, Optional.empty(), 1);
    }

    /** Reconstructions by an attack that victims may have noticed. */
    public ReconstructedInputs(List<Candidate> candidates, List<String> findings, Optional<HijackDetection> detection) {
        this(candidates, findings, detection, 1);
    }

    /** Reconstructions of records that came mixed up. */
    public ReconstructedInputs(List<Candidate> candidates, int unorderedWithin) {
        this(candidates, List.of(), Optional.empty(), unorderedWithin);
    }

    @Override
    public <R> R accept(Reader<R> reader) {
        return reader.reconstructedInputs(this);
    }

    /**
     * The candidate with the smallest loss on the attacker's own validation records, of equals the one tried last: its best
     * guess at its best. Of those that reconstruct all sets of records, where some reconstruct only one.
     */
    public Candidate strongest() {
        int most = candidates.stream()
                .mapToInt(candidate -> candidate.reconstructions().size())
                .max()
                .orElse(0);
        return strongest(candidates.stream()
                .filter(candidate -> candidate.reconstructions().size() == most));
    }

    /**
     * The same of those that reconstruct a set of records.
     *
     * @throws java.util.NoSuchElementException when none does
     */
    public Candidate strongest(TargetSet targets) {
        return strongest(candidates.stream()
                .filter(candidate -> candidate.reconstructions().containsKey(targets)));
    }

    private static Candidate strongest(Stream<Candidate> some) {
        return some.reduce(
                        (best, next) -> Double.compare(next.validationLoss(), best.validationLoss()) <= 0 ? next : best)
                .orElseThrow();
    }
}
