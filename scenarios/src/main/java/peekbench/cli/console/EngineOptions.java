package peekbench.cli.console;

import java.util.Optional;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialEngine;
import peekbench.engine.TrialLimits;
import peekbench.problem.ConfigurationException;
import picocli.CommandLine.Option;

/** Options that say what runs trials, and what each may take. */
public final class EngineOptions {
    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = {
                "What runs trials: " + EngineProvider.PROCESSES + ", each in a process of its own, or "
                        + EngineProvider.IN_PROCESS + ", on threads of this one,",
                "or " + EngineProvider.SPARK + ", each a task of a cluster",
                "(default: " + EngineProvider.PROCESSES + ")."
            })
    private String engine = EngineProvider.PROCESSES;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = {
                "What a trial's process may take on the Java heap, and as much again outside it: 512m, 2g",
                "(default: 1g and 4g)."
            })
    private Optional<String> memory = Optional.empty();

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "After which a trial's process is ended and the trial failed: 90s, 30m, 2h (default: none).")
    private Optional<String> timeLimit = Optional.empty();

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "The cluster of --engine " + EngineProvider.SPARK + ": spark://HOST:7077 or what else Spark takes.")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Trials that run side by side (default: one a core, here or of the whole cluster).")
    private Optional<Integer> threads = Optional.empty();

    /** How many trials run side by side. */
    public int threads(TrialEngine chosen) {
        threads.filter(count -> count < 1).ifPresent(count -> {
            throw new ConfigurationException("--threads is " + count + "; it must be at least 1.");
        });
        return threads.orElseGet(chosen::sideBySide);
    }

    public TrialEngine engine() {
        EngineProvider provider = EngineProvider.named(engine);
        return master.map(provider::engine).orElseGet(provider::engine);
    }

    public TrialLimits limits() {
        return new TrialLimits(memory.map(TrialLimits::megabytes), timeLimit.map(TrialLimits::time));
    }
}
