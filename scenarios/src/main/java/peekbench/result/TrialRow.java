package peekbench.result;

import java.time.Instant;

/**
 * One line of a listing of trials, quick to get from the index.
 *
 * @param id the trial, also its folder's name
 * @param group trials that differ only in the seed
 * @param protocol label of the protocol
 * @param cut where the network was split
 * @param arm label of the defenses
 * @param seed of the trial
 * @param status how it ended
 * @param started when it began
 * @param totalSeconds how long it took
 */
public record TrialRow(
        String id,
        String group,
        String protocol,
        String cut,
        String arm,
        long seed,
        TrialStatus status,
        Instant started,
        double totalSeconds) {
    static TrialRow of(StoredTrial trial) {
        TrialInfo info = trial.info();
        TrialKey key = info.key();
        return new TrialRow(
                key.id(),
                key.group(),
                key.protocol(),
                key.cut(),
                key.arm(),
                key.seed(),
                info.status(),
                info.started(),
                info.totalSeconds());
    }
}
