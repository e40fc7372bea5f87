package peekbench.cli.console;

import java.nio.file.Path;
import java.util.Optional;
import peekbench.engine.TrialEngine;
import peekbench.result.Existing;
import peekbench.run.RunOptions;
import picocli.CommandLine.Mixin;

/** Options that say how trials are run: by what, within which limits, and where data sets and plug-ins are. */
public final class RunningOptions {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    /**
     * All of it.
     *
     * @param out where results go, when that was chosen
     */
    public RunOptions options(Console console, Optional<Path> out, Existing existing) {
        TrialEngine chosen = engine.engine();
        return new RunOptions(
                out,
                engine.threads(chosen),
                plugins.catalogue(console),
                data.folder(),
                data.mirror(),
                existing,
                chosen,
                engine.limits());
    }
}
