package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.RunProgress;
import peekbench.cli.console.RunningOptions;
import peekbench.cli.console.SourceOptions;
import peekbench.problem.ConfigurationException;
import peekbench.processor.Processor;
import peekbench.processor.ProcessorRuns;
import peekbench.processor.ProcessorSpread;
import peekbench.result.Existing;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench replicate}. */
@Command(
        name = "replicate",
        description = {
            "Runs a scenario as other processors would compute it, and says how far each figure moves and which orders of"
                    + " arms all of them agree on.",
            "",
            "Processors add up in different orders, so the last digits of a training differ between them, and a training"
                    + " that is chaotic makes other figures of that. A figure that moves further than its interval is not"
                    + " one to quote.",
            "",
            "Examples:",
            "  peekbench replicate scenarios/quickstart.yaml",
            "  peekbench replicate scenarios/papers/nopeek-sweep.yaml --quick --on own,avx2",
            ""
        },
        mixinStandardHelpOptions = true)
final class ReplicateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A scenario, as scenarios/quickstart.yaml.")
    private Path file = Path.of("");

    @Mixin
    private SourceOptions changes;

    @Option(
            names = "--on",
            paramLabel = "NAME",
            split = ",",
            description = "What to compute as, of own, avx2, avx and two-threads; the others are held against the first"
                    + " (default: all that this machine can).")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder with a folder a processor (default: results/NAME-OF-THE-SCENARIO-replicated).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private RunningOptions running;

    @Mixin
    private Output output;

    ReplicateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        RunOptions options = running.options(console, Optional.empty(), Existing.KEEP);
        ScenarioSource source = changes.of(file);
        List<Processor> processors = chosen();
        Path folder = out.orElseGet(() -> Path.of("results", ProcessorRuns.name(source, options) + "-replicated"));
        List<RunResult> results;
        if (output.json()) {
            results = ProcessorRuns.of(source, folder, processors, options, RunListener.silent());
        } else {
            try (RunProgress progress = new RunProgress(console)) {
                results = ProcessorRuns.of(source, folder, processors, options, progress);
            }
        }
        List<RunResult> unfinished =
                results.stream().filter(result -> !result.completed()).toList();
        if (!unfinished.isEmpty()) {
            console.remark(
                    "Not all trials are complete, so nothing is compared; the same command goes on with the rest.");
            return ExitCode.of(unfinished.get(0).outcome());
        }
        ProcessorSpread spread = ProcessorSpread.of(
                processors, results.stream().map(RunResult::trials).toList());
        say(spread, ProcessorRuns.write(folder, spread));
        return ExitCode.DONE;
    }

    private List<Processor> chosen() {
        List<Processor> all = Processor.all();
        if (names.isEmpty()) {
            Processor.missing()
                    .forEach(missing -> console.remark("Left out, since this machine cannot compute so: " + missing));
            return all;
        }
        List<Processor> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(all.stream()
                    .filter(processor -> processor.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException("--on (" + name + ") is nothing that this machine can"
                            + " compute as; it can "
                            + String.join(
                                    ", ", all.stream().map(Processor::name).toList()) + ".")));
        }
        return chosen;
    }

    private void say(ProcessorSpread spread, Path written) {
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("agreed", spread.agreed()).put("file", written.toString());
            spread.verdicts().forEach(node.putArray("verdicts")::add);
            console.json(node);
            return;
        }
        console.out().println();
        console.out().println(spread.table().text());
        spread.verdicts().forEach(console.out()::println);
        console.out().println("Written:");
        console.out().println("  " + written);
    }
}
