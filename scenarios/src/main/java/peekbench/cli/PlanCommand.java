package peekbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import peekbench.Peekbench;
import peekbench.cli.console.BudgetOptions;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.cli.console.SourceOptions;
import peekbench.plan.LeftOut;
import peekbench.plan.estimate.Span;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.problem.ConfigurationException;
import peekbench.result.ResultStore;
import peekbench.result.UnreadableTrial;
import peekbench.run.BudgetFit;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunPreview;
import peekbench.scenario.Budget;
import peekbench.scenario.ScenarioSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench plan}. */
@Command(
        name = "plan",
        description = {
            "Says what a run would do and what it would take: trials, those complete, what is left out, time, memory and"
                    + " disk. Runs nothing.",
            ""
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private final Console console;

    @Parameters(
            paramLabel = "FILE|DIR",
            description =
                    "A scenario, as scenarios/quickstart.yaml, or a folder of scenarios, which is planned as one suite.")
    private Path file = Path.of("");

    @Mixin
    private SourceOptions changes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The result folder (default: results/NAME-OF-THE-SCENARIO), of a suite that of the result folders.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private BudgetOptions budget;

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        RunOptions defaults = RunOptions.defaults();
        RunOptions options = new RunOptions(
                out,
                defaults.threads(),
                plugins.catalogue(console),
                data.folder(),
                data.mirror(),
                defaults.existing(),
                defaults.engine(),
                defaults.limits());
        ScenarioSource source = changes.of(file);
        Budget whole = budget.budget();
        boolean suite = Files.isDirectory(file);
        if (!suite && !whole.isUnlimited()) {
            throw new ConfigurationException("--time and --disk are for a folder of scenarios, and " + file
                    + " is one scenario, which states its own budget: --set 'budget={time: 8h}'.");
        }
        RunPreview preview = suite
                ? Peekbench.previewSuite(source, whole, options, RunListener.silent())
                : Peekbench.preview(source, options, RunListener.silent());
        if (output.json()) {
            console.json(json(preview));
        } else {
            print(preview);
        }
        return ExitCode.DONE;
    }

    private void print(RunPreview preview) {
        for (RunPreview.Previewed trial : preview.trials()) {
            console.out()
                    .println(trial.id() + "  "
                            + trial.estimate()
                                    .map(estimate -> time(estimate.seconds()))
                                    .orElse("complete"));
        }
        LeftOut.messages(preview.leftOut()).forEach(console.out()::println);
        int missing = preview.missing().size();
        console.out()
                .println(preview.trials().size() + " trials, "
                        + (preview.trials().size() - missing) + " complete in " + preview.folder());
        unreadable(preview)
                .forEach(trial -> console.err().println("Cannot be read: " + trial.folder() + ": " + trial.reason()));
        if (missing == 0) {
            return;
        }
        console.out()
                .println("Time: " + time(preview.seconds()) + " with " + preview.threads()
                        + " trials side by side, from " + sources(preview));
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "Disk: about %.0f MB, of it kept for later: %s. Memory: about %.0f MB a trial.",
                        preview.diskBytes() / MEGABYTE,
                        preview.kept().text(),
                        preview.missing().stream()
                                        .mapToLong(TrialEstimate::memoryBytes)
                                        .max()
                                        .orElse(0)
                                / MEGABYTE));
        preview.budgets().forEach(fit -> console.out().println(text(fit)));
    }

    private static String text(BudgetFit fit) {
        String range = fit.least() == fit.most() ? "" : " (" + fit.least() + " to " + fit.most() + ")";
        return "Budget of " + fit.budget().text() + ": about " + fit.expected() + range + " of " + fit.missing()
                + " missing trials fit"
                + (fit.expected() < fit.missing() ? "; the same command goes on with the rest" : "")
                + ".";
    }

    private static List<UnreadableTrial> unreadable(RunPreview preview) {
        return Files.isDirectory(preview.folder())
                ? ResultStore.openExisting(preview.folder()).unreadable()
                : List.of();
    }

    private static String sources(RunPreview preview) {
        Map<String, Long> counts = preview.missing().stream()
                .collect(Collectors.groupingBy(
                        estimate -> estimate.source().label(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String time(Span seconds) {
        return "about " + time(seconds.expected()) + " (" + time(seconds.low()) + " to " + time(seconds.high()) + ")";
    }

    private static String time(double seconds) {
        if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 2 * HOUR
                ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE)
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }

    private static ObjectNode json(RunPreview preview) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("folder", preview.folder().toString());
        ArrayNode trials = node.putArray("trials");
        for (RunPreview.Previewed trial : preview.trials()) {
            ObjectNode one = trials.addObject().put("id", trial.id()).put("complete", trial.complete());
            trial.estimate().ifPresent(estimate -> {
                span(one, estimate.seconds());
                one.put("disk-bytes", estimate.diskBytes())
                        .put("memory-bytes", estimate.memoryBytes())
                        .put("from", estimate.source().label());
            });
        }
        ArrayNode leftOut = node.putArray("left-out");
        preview.leftOut()
                .forEach(one -> leftOut.addObject()
                        .put("protocol", one.protocolLabel().orElse(""))
                        .put("kind", one.kind())
                        .put("label", one.label())
                        .put("reason", one.reason()));
        ArrayNode unreadable = node.putArray("unreadable");
        unreadable(preview)
                .forEach(one -> unreadable
                        .addObject()
                        .put("folder", one.folder().toString())
                        .put("reason", one.reason()));
        span(node, preview.seconds());
        ArrayNode budgets = node.putArray("budgets");
        preview.budgets()
                .forEach(fit -> budgets.addObject()
                        .put("time", fit.budget().time().orElse(null))
                        .put("disk", fit.budget().disk().orElse(null))
                        .put("missing", fit.missing())
                        .put("least", fit.least())
                        .put("expected", fit.expected())
                        .put("most", fit.most()));
        return node.put("disk-bytes", preview.diskBytes())
                .put("kept-bytes", preview.kept().bytes())
                .put("threads", preview.threads());
    }

    private static void span(ObjectNode node, Span seconds) {
        node.putObject("seconds")
                .put("low", seconds.low())
                .put("expected", seconds.expected())
                .put("high", seconds.high());
    }
}
