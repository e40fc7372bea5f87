package peekbench.bench;

import java.nio.file.Path;
import peekbench.Peekbench;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialLimits;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioReader;

/** Runs a benchmark's own scenario on threads of this process, to have something to measure on. */
public final class InThisProcess {
    private InThisProcess() {}

    /** Runs what is missing of it in a folder. */
    public static RunResult run(String yaml, Path folder) {
        return Peekbench.run(
                ScenarioReader.builtIn().parse("the benchmark's scenario", yaml).scenario(),
                RunOptions.defaults()
                        .withFolder(folder)
                        .withEngine(
                                EngineProvider.named(EngineProvider.IN_PROCESS).engine(), TrialLimits.none()),
                RunListener.silent());
    }
}
