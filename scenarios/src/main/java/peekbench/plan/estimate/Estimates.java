package peekbench.plan.estimate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.plan.TrialPlan;
import peekbench.result.StoredTrial;
import peekbench.scenario.ScenarioData;

/** Estimates of trials, each from the surest source that there is. */
public final class Estimates {
    private final FinishedTrials finished;
    private final Path cache;
    private OptionalDouble speed = OptionalDouble.empty();

    /**
     * Estimates by these trials.
     *
     * @param finished what there is on this machine, of whatever scenarios
     * @param cache a folder to keep the machine's measured speed in
     */
    public Estimates(List<StoredTrial> finished, Path cache) {
        this.finished = new FinishedTrials(finished);
        this.cache = cache;
    }

    /** Takes another finished trial into account. */
    public synchronized void learn(StoredTrial trial) {
        finished.learn(trial);
    }

    /** What the trial will take on these data. */
    public synchronized TrialEstimate of(TrialPlan plan, ScenarioData data) {
        CountedWork counted = new CountedWork(plan, data);
        Optional<Span> same = finished.of(plan);
        Optional<Span> like = same.isPresent() ? same : finished.like(plan);
        EstimateSource source = same.isPresent()
                ? EstimateSource.SAME_SETTINGS
                : like.isPresent() ? EstimateSource.LIKE_IT : EstimateSource.COUNTED;
        return new TrialEstimate(
                like.orElseGet(() -> counted.seconds(speed())),
                finished.training(plan).orElseGet(counted::training),
                finished.diskBytes(plan).orElseGet(counted::diskBytes),
                counted.memoryBytes(),
                source,
                counted.kept());
    }

    private double speed() {
        if (speed.isEmpty()) {
            speed = OptionalDouble.of(MachineSpeed.measured(cache));
        }
        return speed.getAsDouble();
    }
}
