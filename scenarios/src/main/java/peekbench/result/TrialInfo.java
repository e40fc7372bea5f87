package peekbench.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.result.provenance.Provenance;
import peekbench.result.record.ReconstructionFiles;
import peekbench.result.record.RecordFiles;

/**
 * The whole of {@code trial.json}.
 *
 * @param format version of the folder's layout, see {@link ResultStore#FORMAT}
 * @param key which trial
 * @param provenance what it needs to be run again
 * @param started when it began
 * @param trainingSeconds spent training; 0 when training failed
 * @param totalSeconds from begin to end, attacks and evaluation included
 * @param status how it ended
 * @param error message and stack trace of a failed trial
 * @param reconstructions which arrays the folder holds
 * @param records where the folder tells of single records; empty for trials that were stored before it did
 * @param findings what attacks say that they found, in the order in which they were mounted
 * @param attackers who mounted which attack; none for trials that were stored before this was kept
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialInfo(
        int format,
        TrialKey key,
        Provenance provenance,
        Instant started,
        double trainingSeconds,
        double totalSeconds,
        TrialStatus status,
        Optional<String> error,
        List<ReconstructionFiles> reconstructions,
        Optional<RecordFiles> records,
        List<Finding> findings,
        List<AttackerRole> attackers) {
    public TrialInfo {
        attackers = List.copyOf(attackers);
        findings = List.copyOf(findings);
        reconstructions = List.copyOf(reconstructions);
    }

    /** What decides its figures. */
    public TrialWork work() {
        return TrialWork.of(provenance.scenario().point(), key.seed());
    }

    /** The same with another provenance. */
    public TrialInfo with(Provenance other) {
        return new TrialInfo(
                format,
                key,
                other,
                started,
                trainingSeconds,
                totalSeconds,
                status,
                error,
                reconstructions,
                records,
                findings,
                attackers);
    }

    /** Who mounted an attack, as scores call it; empty where that was not kept. */
    public Optional<AttackerRole> attacker(String attack) {
        return attackers.stream().filter(one -> one.attack().equals(attack)).findFirst();
    }

    /** The first line of the error, for tables. */
    public Optional<String> errorSummary() {
        return error.map(text -> text.lines().findFirst().orElse(text));
    }
}
