package peekbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.problem.ConfigurationException;
import peekbench.query.ArmRow;
import peekbench.query.Counts;
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.WorkspaceIndex;
import peekbench.query.filter.Filter;
import peekbench.query.filter.Filter.Condition;
import peekbench.query.filter.Filter.Operator;
import peekbench.result.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench trials}. */
@Command(
        name = "trials",
        description = {
            "Lists stored trials, or arms with their means over seeds.",
            "",
            "Filters are parts that must hold together: scenario, protocol, cut, arm, attack, status, seed, accuracy, any"
                    + " other metric and any setting of a scenario.",
            "",
            "Examples:",
            "  peekbench trials",
            "  peekbench trials results/matrix --filter 'protocol:\"vanilla split\" status:failed'",
            "  peekbench trials --filter 'accuracy>0.7 training.epochs:3 -arm:nopeek' --sort -accuracy",
            "  peekbench trials --arms --sort leak",
            ""
        },
        mixinStandardHelpOptions = true)
final class TrialsCommand implements Callable<Integer> {
    private static final Condition UNREADABLE =
            new Condition("status", Operator.EQUAL, TrialRow.Status.UNREADABLE.label(), false);
    private static final Condition READABLE =
            new Condition("status", Operator.EQUAL, TrialRow.Status.UNREADABLE.label(), true);

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A result folder, or a folder with such, also in results (default: the current folder).")
    private Path folder = Path.of("");

    @Option(names = "--filter", paramLabel = "TEXT", description = "Which trials to list (default: all).")
    private String filter = "";

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            description =
                    "What to order by: scenario, protocol, cut, arm, seed, status, started, seconds, accuracy, leak"
                            + " (SSIM of the strongest attack on unseen records); with a hyphen before it the largest first.")
    private String sort = "";

    @Option(names = "--arms", description = "List arms in place of trials.")
    private boolean arms;

    @Option(names = "--from", paramLabel = "N", description = "First row to list, counted from 1 (default: 1).")
    private int from = 1;

    @Option(names = "--count", paramLabel = "N", description = "Rows to list (default: 100).")
    private int count = 100;

    @Mixin
    private Output output;

    TrialsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        if (from < 1 || count < 1) {
            throw new ConfigurationException(
                    "--from is " + from + " and --count " + count + "; both must be at least 1.");
        }
        Filter wanted = Filter.parse(filter);
        Order order = sort.isEmpty() ? Order.OF_REPORTS : Order.parse(sort);
        try (WorkspaceIndex index = WorkspaceIndex.open(folder.toAbsolutePath().normalize())) {
            Filter readable = wanted.and(READABLE);
            Counts counts = index.count(wanted);
            List<TrialRow> unreadable = index.trials(wanted.and(UNREADABLE), Order.OF_REPORTS, 0, count);
            if (arms) {
                List<ArmRow> rows = index.arms(readable, order, Measure.SSIM, from - 1, count);
                show(counts, Json.tree(rows), TrialListing.arms(rows), counts.arms(), unreadable);
            } else {
                List<TrialRow> rows = index.trials(readable, order, from - 1, count);
                show(
                        counts,
                        Json.tree(rows),
                        TrialListing.trials(rows),
                        counts.completed() + counts.failed(),
                        unreadable);
            }
        }
        return ExitCode.DONE;
    }

    private void show(Counts counts, JsonNode rows, List<String> lines, int total, List<TrialRow> unreadable) {
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.set("counts", Json.tree(counts));
            node.set(arms ? "arms" : "trials", rows);
            node.set("unreadable", Json.tree(unreadable));
            console.json(node);
            return;
        }
        lines.forEach(console.out()::println);
        console.out().println(TrialListing.counts(counts));
        if (from - 1 + count < total) {
            console.out().println("There are more; go on with --from " + (from + count) + ".");
        }
        if (!unreadable.isEmpty()) {
            console.out().println("Unreadable:");
            unreadable.forEach(row -> console.out().println(TrialListing.unreadable(row)));
            if (unreadable.size() < counts.unreadable()) {
                console.out().println("  and " + (counts.unreadable() - unreadable.size()) + " more");
            }
        }
    }
}
