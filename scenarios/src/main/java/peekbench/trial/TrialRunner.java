package peekbench.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.metric.MetricProvider;
import peekbench.plan.TrialPlan;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.victim.KeptScores;
import peekbench.victim.VictimStore;

/**
 * Runs trials: trains, lets the attackers loose on what they would see, scores them and hands all to the result store. Safe
 * for several threads, one trial a thread. All that trials share are floors, references and ceilings that no defense touches, which are
 * computed once, and victims, which are trained once.
 */
public final class TrialRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

    private static final long MEGABYTE = 1 << 20;

    private final Function<Scenario, ScenarioData> data;
    private final List<MetricProvider> metrics;
    private final TrialProgress progress;
    private final SharedScores bounds;
    private final Optional<VictimStore> victims;

    /**
     * Runs trials that share nothing with those of other processes.
     *
     * @param metrics by which reconstructions are compared with originals
     */
    public TrialRunner(ScenarioData data, List<MetricProvider> metrics, TrialProgress progress) {
        this(scenario -> data, metrics, progress, Optional.empty(), Optional.empty());
    }

    /**
     * Runs trials that share scores and victims with all that have the same result folder, now and in later runs.
     *
     * @param data of each scenario
     * @param metrics by which reconstructions are compared with originals
     * @param results the result folder
     */
    public TrialRunner(
            Function<Scenario, ScenarioData> data, List<MetricProvider> metrics, TrialProgress progress, Path results) {
        this(data, metrics, progress, Optional.of(new KeptScores(results)), Optional.of(new VictimStore(results)));
    }

    private TrialRunner(
            Function<Scenario, ScenarioData> data,
            List<MetricProvider> metrics,
            TrialProgress progress,
            Optional<KeptScores> kept,
            Optional<VictimStore> victims) {
        this.bounds = new SharedScores(kept);
        this.victims = victims;
        this.data = data;
        this.metrics = List.copyOf(metrics);
        this.progress = progress;
    }

    /**
     * Runs one trial. An error in it ends it as a failed trial with all that was written before.
     *
     * @param writer where the result goes; this method ends it
     * @return the stored result, completed or failed
     * @throws ResultStoreException when the result cannot be written
     */
    public StoredTrial run(TrialPlan plan, TrialWriter writer) {
        progress.started(plan);
        try (writer) {
            return attempt(plan, writer);
        }
    }

    private StoredTrial attempt(TrialPlan plan, TrialWriter writer) {
        try {
            return new TrialRun(plan, data.apply(plan.scenario()), metrics, bounds, victims, progress, writer).run();
        } catch (ResultStoreException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            LOG.info("Trial {} failed", plan.id(), e);
            return writer.fail(new IllegalStateException(
                    "The memory of the trial's process (" + Runtime.getRuntime().maxMemory() / MEGABYTE
                            + " MB of Java heap) is not enough: " + e.getMessage()
                            + ". Give it more, as in --memory 4g, or"
                            + " take smaller batches, images or models.",
                    e));
        } catch (RuntimeException e) {
            // With the stack trace, for who asks for the log; whoever runs trials says that one failed.
            LOG.info("Trial {} failed", plan.id(), e);
            return writer.fail(e);
        }
    }
}
