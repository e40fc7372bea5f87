package peekbench.engine;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apiguardian.api.API;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.result.StoredTrial;

/**
 * Runs each trial in a process that does nothing else at that time, which the system can end without harm to others. A process
 * that completed its trial does the next. One that vanishes before its trial has ended is replaced once; an error of the trial,
 * a second loss and the time limit fail the trial and end the process.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Name(EngineProvider.PROCESSES)
@Summary(
        "a process a trial, which does the next when all went well; a crash, a hang or too little memory ends one trial only")
public final class Processes implements TrialEngine {
    private final Function<TrialLimits, ProcessFactory> factories;

    /** Offers it. */
    @AutoService(EngineProvider.class)
    public static final class Provider implements EngineProvider {
        @Override
        public Class<?> described() {
            return Processes.class;
        }

        @Override
        public TrialEngine engine() {
            return with(Map.of());
        }
    }

    /**
     * Processes of this machine that find variables in their environment, over those of this process and of the launchers.
     *
     * @param environment may change figures, as by what it tells the engine's libraries to compute with
     */
    public static TrialEngine with(Map<String, String> environment) {
        return new Processes(limits -> new JavaProcesses(limits, environment));
    }

    /** @param factories start processes that keep to limits of memory */
    public Processes(Function<TrialLimits, ProcessFactory> factories) {
        this.factories = factories;
    }

    @Override
    public List<StoredTrial> run(List<QueuedTrial> trials, EngineJob job) {
        try (ProcessPool pool = new ProcessPool(factories.apply(job.limits()), job, trials)) {
            return SideBySide.run(trials, job, trial -> new TrialAttempts(trial, job, pool).run());
        }
    }
}
