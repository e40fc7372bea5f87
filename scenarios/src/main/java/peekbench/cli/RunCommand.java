package peekbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.Peekbench;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.RunProgress;
import peekbench.cli.console.RunningOptions;
import peekbench.cli.console.SourceOptions;
import peekbench.report.table.SummaryTable;
import peekbench.report.verdict.Verdicts;
import peekbench.result.Existing;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.run.JsonLines;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench run}. */
@Command(
        name = "run",
        description = {
            "Checks a scenario, runs its trials and writes the results.",
            "",
            "Trials that are complete in the result folder are not run again, so an interrupted run is continued by the"
                    + " same command. Trials with other settings are other trials, and stand beside them.",
            "",
            "Examples:",
            "  peekbench run scenarios/quickstart.yaml",
            "  peekbench run scenarios/quickstart.yaml --seed 7 --out results/seed7",
            "  peekbench run scenarios/quickstart.yaml --set 'defenses[1][0].weight=4'",
            "  peekbench run scenarios/papers/split-against-regular.yaml --quick",
            "  peekbench run my-attack.yaml --plugins my-plugins",
            ""
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A scenario, as scenarios/quickstart.yaml.")
    private Path file = Path.of("");

    @Mixin
    private SourceOptions changes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The result folder (default: results/NAME-OF-THE-SCENARIO). It is new, empty or has the file"
                    + " peekbench-results.json, which marks it as one of results; any other is refused.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--replace",
            description = "Run trials again that are complete; each stays until its successor is complete.")
    private boolean replace;

    @Mixin
    private RunningOptions running;

    @Mixin
    private Output output;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        ScenarioSource source = changes.of(file);
        RunOptions options = running.options(console, out, replace ? Existing.REPLACE : Existing.KEEP);
        RunResult result = output.json() ? forPrograms(source, options) : forPeople(source, options);
        return ExitCode.of(result.outcome());
    }

    private RunResult forPrograms(ScenarioSource source, RunOptions options) {
        return Peekbench.run(source, options, new JsonLines(console::json) {
            @Override
            public void interrupted() {
                console.remark(RunProgress.INTERRUPTED);
            }
        });
    }

    static String stopped(int remaining) {
        return "Stopped with " + remaining + " trials not run; the same command goes on with them.";
    }

    private RunResult forPeople(ScenarioSource source, RunOptions options) {
        RunResult result;
        try (RunProgress progress = new RunProgress(console)) {
            result = Peekbench.run(source, options, progress);
        }
        console.out().println();
        if (!result.remaining().isEmpty()) {
            console.remark(stopped(result.remaining().size()));
        }
        if (result.trials().isEmpty()) {
            return result;
        }
        Verdicts.of(result.trials()).lines().forEach(line -> console.out().println(line));
        console.out().println();
        console.out().println(SummaryTable.of(result.trials()).narrowed().text());
        for (StoredTrial trial : result.trials()) {
            trial.info()
                    .errorSummary()
                    .ifPresent(error ->
                            console.err().println("Trial " + trial.key().id() + " failed: " + error));
        }
        ResultStore.openExisting(result.folder())
                .unreadable()
                .forEach(trial -> console.err()
                        .println("Left alone, since it cannot be read: " + trial.folder() + ": " + trial.reason()));
        console.out().println("Kept: " + result.kept().text());
        console.out().println("Written:");
        result.files().forEach(path -> console.out().println("  " + path));
        console.out()
                .println("  " + result.folder() + " with a folder for each trial; look at one with: peekbench show "
                        + result.trials().get(0).folder());
        return result;
    }
}
