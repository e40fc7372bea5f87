package peekbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.EngineOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.cli.console.RunProgress;
import peekbench.report.table.SummaryTable;
import peekbench.report.verdict.Verdicts;
import peekbench.result.Existing;
import peekbench.run.JsonLines;
import peekbench.run.LaterAttacks;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench attack}. */
@Command(
        name = "attack",
        description = {
            "Mounts other attacks on the victim of a stored trial, as a new trial beside it.",
            "",
            "The victim is not trained again where it was kept. FILE holds attacks: and, if need be, evaluation:, as a"
                    + " scenario does.",
            "",
            "Example: peekbench attack results/quickstart/vanilla-split-5-pool1-undefended-seed1 --with attacks.yaml",
            ""
        },
        mixinStandardHelpOptions = true)
final class AttackCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TRIAL", description = "A trial's folder.")
    private Path trial = Path.of("");

    @Option(names = "--with", required = true, paramLabel = "FILE", description = "The attacks.")
    private Path with = Path.of("");

    @Mixin
    private EngineOptions engine;

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    AttackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        RunOptions options = new RunOptions(
                Optional.empty(),
                1,
                plugins.catalogue(console),
                data.folder(),
                data.mirror(),
                Existing.KEEP,
                engine.engine(),
                engine.limits());
        RunResult result;
        if (output.json()) {
            result = LaterAttacks.of(TrialFolder.stored(trial), with, options, new JsonLines(console::json));
        } else {
            try (RunProgress progress = new RunProgress(console)) {
                result = LaterAttacks.of(TrialFolder.stored(trial), with, options, progress);
            }
            Verdicts.of(result.trials()).lines().forEach(line -> console.out().println(line));
            console.out().println();
            console.out().println(SummaryTable.of(result.trials()).narrowed().text());
            result.trials().forEach(made -> console.out().println("Written: " + made.folder()));
        }
        return result.completed() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
