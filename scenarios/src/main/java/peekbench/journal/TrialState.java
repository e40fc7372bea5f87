package peekbench.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * How far a trial of a run is.
 *
 * @param id the trial's
 * @param status what becomes of it
 * @param share of it that is done, in [0, 1]
 * @param now what is being done, for a person; empty before it begins, its error when it failed
 * @param started when its last attempt began
 * @param heard when it last said how far it is
 * @param ended when it ended
 * @param accuracy on test records after the last epoch, in [0, 1]; empty before the first, and for a regression
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialState(
        String id,
        Status status,
        double share,
        String now,
        Optional<Instant> started,
        Optional<Instant> heard,
        Optional<Instant> ended,
        OptionalDouble accuracy) {
    /** Of a trial that has told less of itself nobody can say how long it will take. */
    private static final double TOLD_ENOUGH = .1;

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
                id,
                complete ? Status.KEPT : Status.WAITING,
                complete ? 1 : 0,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    TrialState begun(Instant at) {
        return new TrialState(
                id,
                Status.RUNNING,
                0,
                "begins",
                Optional.of(at),
                Optional.of(at),
                Optional.empty(),
                OptionalDouble.empty());
    }

    TrialState going(Instant at, double done, String what) {
        return new TrialState(id, Status.RUNNING, done, what, started, Optional.of(at), Optional.empty(), accuracy);
    }

    /** @param last accuracy; NaN is none */
    TrialState learned(double last) {
        OptionalDouble known = Double.isNaN(last) ? OptionalDouble.empty() : OptionalDouble.of(last);
        return new TrialState(id, status, share, now, started, heard, ended, known);
    }

    TrialState ended(Instant at, Status how, String what) {
        return new TrialState(
                id, how, how == Status.COMPLETE ? 1 : share, what, started, Optional.of(at), Optional.of(at), accuracy);
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

    /** How long the whole trial takes that is running, by its own pace; empty before a tenth of it is done. */
    Optional<Duration> pace() {
        return status == Status.RUNNING && share >= TOLD_ENOUGH
                ? started.flatMap(from -> heard.map(to -> Duration.between(from, to)))
                        .filter(took -> !took.isNegative())
                        .map(took -> Duration.ofMillis(Math.round(took.toMillis() / share)))
                : Optional.empty();
    }
}
