package peekbench.evaluation;

import java.util.List;
import java.util.Optional;
import peekbench.metric.RocCurve;

/**
 * What an attack's claims are worth.
 *
 * @param scores its strongest candidate's under its own name, and every candidate's where it tried several
 * @param images what the strongest candidate reconstructed, where records are images
 * @param curve how many members it finds at how many false alarms, where it scores membership
 */
public record AttackResult(List<Score> scores, List<ReconstructedImages> images, Optional<RocCurve> curve) {
    public AttackResult {
        scores = List.copyOf(scores);
        images = List.copyOf(images);
    }

    static AttackResult of(List<Score> scores) {
        return new AttackResult(scores, List.of(), Optional.empty());
    }
}
