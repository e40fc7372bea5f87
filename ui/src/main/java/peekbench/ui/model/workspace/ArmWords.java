package peekbench.ui.model.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peekbench.evaluation.Subject;
import peekbench.journal.ShellWords;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.query.filter.Filter;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;

/** Where the figures of an arm are from, in sentences: seeds, interval, files, and the command that tells them again. */
public final class ArmWords {
    private ArmWords() {}

    /** How many seeds completed, of all. */
    public static String seeds(ArmRow row) {
        int all = row.completed() + row.failed();
        String failed = row.failed() == 0 ? "" : row.completed() == 0 ? ", failed" : ", " + row.failed() + " failed";
        return (all == 1 ? "1 seed" : row.completed() + "/" + all + " seeds") + failed;
    }

    /** Of the accuracy. */
    public static String accuracy(ArmRow row, Optional<Path> root) {
        return row.accuracy()
                .map(one -> estimate(Column.ACCURACY, one) + " " + Column.ACCURACY.meaning() + "\n"
                        + from("metrics.jsonl", row, root))
                .orElse("No trial of this arm completed.");
    }

    /**
     * Of what leaked.
     *
     * @param bounds what to read it by
     */
    public static String leak(ArmRow row, Column column, List<Bound> bounds, Optional<Path> root) {
        return row.leak()
                .map(leak -> leak.attack() + ": " + estimate(column, leak.estimate()) + " " + column.meaning() + "\n"
                        + bounds.stream()
                                .map(bound -> bound.subject().text() + " ("
                                        + bound.subject().kind().label() + ") " + column.write(bound.estimate()) + "\n")
                                .collect(Collectors.joining())
                        + from("scores.json", row, root))
                .orElse(row.completed() == 0 ? "No trial of this arm completed." : "No attack has this score.");
    }

    /** The bounds that a leak is read by: those of all attacks, and those of its own. */
    public static List<Bound> boundsOf(List<Bound> all, String attack) {
        return all.stream()
                .filter(bound -> !(bound.subject() instanceof Subject.ByReference by)
                        || by.whose().isEmpty()
                        || by.whose().get().split("/", 2)[0].equals(attack))
                .toList();
    }

    private static String estimate(Column column, Estimate estimate) {
        String seeds = estimate.seeds() + (estimate.seeds() == 1 ? " seed" : " seeds");
        return estimate.mean() + ", mean of " + seeds
                + estimate.interval()
                        .map(around -> ", " + estimate.spreadText().orElse("") + " from "
                                + column.metric().format().write(around.low()) + " to "
                                + column.metric().format().write(around.high()) + ".")
                        .orElse(", without an interval.");
    }

    private static String from(String file, ArmRow row, Optional<Path> root) {
        String folder = row.key().folder();
        return "From " + file + " of the trials of " + row.key().group() + (folder.isEmpty() ? "" : " in " + folder)
                + ". Again: " + command(row, root);
    }

    /** The command that lists the arm with these figures. */
    public static String command(ArmRow row, Optional<Path> root) {
        Filter.Condition group =
                new Filter.Condition("group", Filter.Operator.EQUAL, row.key().group(), false);
        Filter.Condition folder =
                new Filter.Condition("folder", Filter.Operator.EQUAL, row.key().folder(), false);
        String filter =
                (row.key().folder().isEmpty() ? "" : FilterModel.written(folder) + " ") + FilterModel.written(group);
        return ShellWords.join(
                List.of("./peekbench", "trials", root.map(Path::toString).orElse("."), "--arms", "--filter", filter));
    }
}
