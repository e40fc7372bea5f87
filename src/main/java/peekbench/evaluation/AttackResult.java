package peekbench.evaluation;

import java.util.List;
import java.util.Optional;
import peekbench.metric.RocCurve;

/**
 * What an attack's claims are worth.
 *
 * @param scores its strongest candidate's under its own name, and every candidate's where it tried several
 * @param reconstructed what the strongest candidate made of records
 * @param claims what the strongest candidate says of records and clients
 * @param curve how many members it finds at how many false alarms, where it scores membership
 */
public record AttackResult(
        List<Score> scores, List<ReconstructedRecords> reconstructed, Claims claims, Optional<RocCurve> curve) {
    public AttackResult {
        scores = List.copyOf(scores);
        reconstructed = List.copyOf(reconstructed);
    }

    static AttackResult of(List<Score> scores, Claims claims) {
        return new AttackResult(scores, List.of(), claims, Optional.empty());
    }
}
