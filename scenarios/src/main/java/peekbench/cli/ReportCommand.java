package peekbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.problem.ConfigurationException;
import peekbench.query.Counts;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.WorkspaceIndex;
import peekbench.query.filter.Filter;
import peekbench.query.filter.Filter.Condition;
import peekbench.query.filter.Filter.Operator;
import peekbench.report.Report;
import peekbench.result.StoredTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench report}. */
@Command(
        name = "report",
        description = {
            "Writes report, charts and tables of what is stored, without running anything.",
            "",
            "Examples:",
            "  peekbench report results/quickstart",
            "  peekbench report results/matrix --filter 'protocol:\"vanilla split\"' --out report-of-vanilla-split",
            ""
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String PAGE = "report.html";
    private static final int MOST_UNREADABLE = 20;
    private static final Condition UNREADABLE =
            new Condition("status", Operator.EQUAL, TrialRow.Status.UNREADABLE.label(), false);

    private final Console console;

    @Parameters(paramLabel = "FOLDER", description = "A result folder, or a folder with such.")
    private Path folder = Path.of("");

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Which trials to report on, as in peekbench trials (default: all).")
    private String filter = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write (default: the result folder, when all is reported on).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private Output output;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        Filter wanted = Filter.parse(filter);
        List<StoredTrial> trials;
        Counts counts;
        List<TrialRow> unreadable;
        try (WorkspaceIndex index = WorkspaceIndex.open(folder.toAbsolutePath().normalize())) {
            counts = index.count(wanted);
            trials = index.stored(wanted);
            unreadable = index.trials(wanted.and(UNREADABLE), Order.OF_REPORTS, 0, MOST_UNREADABLE);
        }
        if (trials.isEmpty()) {
            throw new ConfigurationException("No trial in " + folder + " can be reported on: " + counts.trials()
                    + " match the filter (" + filter + "), of which " + counts.unreadable()
                    + " cannot be read. Look at them with: peekbench trials " + folder);
        }
        checkGroups(trials);
        List<String> remarks = remarks(counts, unreadable);
        List<Path> files = Report.write(target(trials), trials, remarks);
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("trials", trials.size());
            ArrayNode list = node.putArray("files");
            files.forEach(file -> list.add(file.toString()));
            console.json(node);
        } else {
            console.out().println("Written, of " + trials.size() + " trials:");
            files.forEach(file -> console.out().println("  " + file));
            remarks.forEach(console.err()::println);
        }
        return ExitCode.DONE;
    }

    /** What cannot be read, with reasons; of very many the first. */
    private static List<String> remarks(Counts counts, List<TrialRow> unreadable) {
        if (unreadable.isEmpty()) {
            return List.of();
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(counts.unreadable() + " trial folders cannot be read and are left out"
                + (counts.unreadable() > unreadable.size()
                        ? "; the first are named here, all by peekbench trials --filter status:unreadable."
                        : "."));
        unreadable.forEach(row -> remarks.add(TrialListing.unreadable(row).strip()));
        return remarks;
    }

    /** A mean over trials of two result folders could be one over different settings. */
    private static void checkGroups(List<StoredTrial> trials) {
        Map<String, Path> folders = new HashMap<>();
        for (StoredTrial trial : trials) {
            Path first = folders.putIfAbsent(trial.key().group(), of(trial));
            if (first != null && !first.equals(of(trial))) {
                throw new ConfigurationException("Both " + first + " and " + of(trial) + " have trials of ("
                        + trial.key().group() + "), whose means would be mixed. Name one result folder, or choose one"
                        + " with --filter folder:" + of(trial).getFileName());
            }
        }
    }

    private static Path of(StoredTrial trial) {
        return Objects.requireNonNull(trial.folder().getParent(), "a trial is in a result folder");
    }

    private Path target(List<StoredTrial> trials) {
        if (out.isPresent()) {
            return checked(out.get());
        }
        List<Path> folders = trials.stream().map(ReportCommand::of).distinct().toList();
        if (folders.size() > 1 || !filter.isBlank()) {
            throw new ConfigurationException("The report is of "
                    + (folders.size() > 1 ? folders.size() + " result folders" : "a part of " + folders.get(0))
                    + ", so it is in none of them. Say where to write it with --out DIR.");
        }
        return folders.get(0);
    }

    /** Somebody's own files are not written over. */
    private static Path checked(Path target) {
        if (!Files.exists(target)) {
            return target;
        }
        try (Stream<Path> entries = Files.list(target)) {
            Path page = target.resolve(PAGE);
            boolean ours = Files.isRegularFile(page) && Files.readString(page).contains("Peekbench</title>");
            if (entries.findAny().isPresent() && !ours) {
                throw new ConfigurationException("The folder " + target
                        + " holds something that is no report. Choose an empty or new one with --out DIR.");
            }
            return target;
        } catch (NotDirectoryException e) {
            throw new ConfigurationException(target + " is a file. Choose a folder with --out DIR.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
