package peekbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.Peekbench;
import peekbench.cli.console.BudgetOptions;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.RunProgress;
import peekbench.cli.console.RunningOptions;
import peekbench.cli.console.SourceOptions;
import peekbench.result.Existing;
import peekbench.result.StoredTrial;
import peekbench.run.JsonLines;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.run.SuiteResult;
import peekbench.scenario.ScenarioSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench suite}. */
@Command(
        name = "suite",
        description = {
            "Checks all scenarios of a folder, runs their trials from one queue, each scenario into a result folder of its"
                    + " name, and sums up.",
            "",
            "Trials that are complete are not run again, so an interrupted suite is continued by the same command.",
            ""
        },
        mixinStandardHelpOptions = true)
final class SuiteCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "A folder with scenarios, as scenarios/papers.")
    private Path folder = Path.of("");

    @Mixin
    private SourceOptions changes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder of the result folders (default: results); each scenario has one of its name in it.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--replace",
            description = "Run trials again that are complete; each stays until its successor is complete.")
    private boolean replace;

    @Mixin
    private BudgetOptions budget;

    @Mixin
    private RunningOptions running;

    @Mixin
    private Output output;

    SuiteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        ScenarioSource source = changes.of(folder);
        RunOptions options = running.options(console, out, replace ? Existing.REPLACE : Existing.KEEP);
        SuiteResult result = output.json() ? forPrograms(source, options) : forPeople(source, options);
        return ExitCode.of(result.outcome());
    }

    private SuiteResult forPrograms(ScenarioSource source, RunOptions options) {
        return Peekbench.suite(source, budget.budget(), options, new JsonLines(console::json) {
            @Override
            public void interrupted() {
                console.remark(RunProgress.INTERRUPTED);
            }
        });
    }

    private SuiteResult forPeople(ScenarioSource source, RunOptions options) {
        SuiteResult result;
        try (RunProgress progress = new RunProgress(console)) {
            result = Peekbench.suite(source, budget.budget(), options, progress);
        }
        console.out().println();
        result.scenarios().forEach(part -> console.out().println(line(part, source.quick())));
        int remaining = result.scenarios().stream()
                .mapToInt(part -> part.result().remaining().size())
                .sum();
        if (remaining > 0) {
            console.remark(RunCommand.stopped(remaining));
        }
        return result;
    }

    private static String line(SuiteResult.Part part, boolean quick) {
        String version = part.quick() ? " (quick)" : quick ? " (has no quick version, run whole)" : "";
        RunResult run = part.result();
        return part.name() + version + ": "
                + run.trials().stream().filter(StoredTrial::completed).count() + " of "
                + (run.trials().size() + run.remaining().size()) + " trials completed, in " + run.folder();
    }
}
