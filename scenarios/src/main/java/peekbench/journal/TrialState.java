package peekbench.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How far a trial of a run is.
 *
 * @param id the trial's
 * @param status what becomes of it
 * @param share of it that is done, in [0, 1]
 * @param now what is being done, for a person; empty before it begins
 * @param started when its last attempt began
 * @param ended when it ended
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialState(
        String id, Status status, double share, String now, Optional<Instant> started, Optional<Instant> ended) {
    /** What becomes of a trial. */
    public enum Status {
        WAITING,
        RUNNING,
        /** Complete since an earlier run. */
        KEPT,
        COMPLETE,
        FAILED,
        STOPPED;

        /** Whether nothing more happens to it in this run. */
        public boolean ended() {
            return this != WAITING && this != RUNNING;
        }
    }

    static TrialState planned(String id, boolean complete) {
        return new TrialState(
                id, complete ? Status.KEPT : Status.WAITING, complete ? 1 : 0, "", Optional.empty(), Optional.empty());
    }

    TrialState begun(Instant at) {
        return new TrialState(id, Status.RUNNING, 0, "begins", Optional.of(at), Optional.empty());
    }

    TrialState going(double done, String what) {
        return new TrialState(id, Status.RUNNING, done, what, started, Optional.empty());
    }

    TrialState ended(Instant at, Status how, String what) {
        return new TrialState(id, how, how == Status.COMPLETE ? 1 : share, what, started, Optional.of(at));
    }

    /** The id without the seed. */
    public String group() {
        return id.replaceFirst("-seed-?[0-9]+$", "");
    }

    /** How long the whole trial took, once it is complete; empty when the clock was set back meanwhile. */
    Optional<Duration> took() {
        return status == Status.COMPLETE
                ? started.flatMap(from -> ended.map(to -> Duration.between(from, to)))
                        .filter(took -> !took.isNegative())
                : Optional.empty();
    }
}
