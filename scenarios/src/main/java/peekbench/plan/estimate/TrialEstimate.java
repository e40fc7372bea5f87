package peekbench.plan.estimate;

import org.apiguardian.api.API;
import peekbench.result.kept.KeptSizes;

/**
 * What one trial will take.
 *
 * @param seconds on the clock, training included
 * @param training the share of the seconds that training takes, in [0, 1]
 * @param diskBytes in the result folder
 * @param memoryBytes of the machine's memory, while it runs
 * @param source what the seconds are from
 * @param kept of the disk's, what is kept beside figures and pictures
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialEstimate(
        Span seconds, double training, long diskBytes, long memoryBytes, EstimateSource source, KeptSizes kept) {

    /** Of a trial that does not train and keeps nothing besides figures and pictures. */
    public TrialEstimate(Span seconds, long diskBytes, long memoryBytes, EstimateSource source) {
        this(seconds, 0, diskBytes, memoryBytes, source, KeptSizes.NOTHING);
    }

    /** The same for a trial whose victim is trained by another trial, and played back in this one. */
    public TrialEstimate withoutVictim() {
        KeptSizes rest = kept.withoutVictims();
        return new TrialEstimate(
                seconds.times(1 - training),
                0,
                Math.max(rest.bytes(), diskBytes - kept.victimBytes()),
                memoryBytes,
                source,
                rest);
    }
}
