package peekbench.scenario;

import org.apiguardian.api.API;
import peekbench.seed.Seed;

/** When it is drawn which records play which part. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum RecordDraw {
    /** Anew in every trial, from its seed: intervals over seeds cover the draw of records. */
    EACH_SEED,
    /**
     * Once for all seeds, as a trial of seed 0 would: the same records can be looked at over seeds, and intervals over seeds no
     * longer cover their draw.
     */
    ONCE;

    private static final String STREAM = "index-sets";
    private static final long OF_ALL = 0;

    /** Where the random numbers of the draw come from: the stream {@code index-sets} of the trial's seed, or of seed 0. */
    Seed stream(Seed trial) {
        return (this == ONCE ? Seed.of(OF_ALL) : trial).child(STREAM);
    }
}
