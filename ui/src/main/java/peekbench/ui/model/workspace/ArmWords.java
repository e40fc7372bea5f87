package peekbench.ui.model.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peekbench.evaluation.Subject;
import peekbench.journal.ShellWords;
import peekbench.metric.Metric;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.query.filter.Filter;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.table.LeadingCells;

/** Where the figures of an arm are from, in sentences: seeds, interval, files, and the command that tells them again. */
public final class ArmWords {
    private ArmWords() {}

    /** How many seeds completed, of all. */
    public static String seeds(ArmRow row) {
        int all = row.completed() + row.failed();
        String failed = row.failed() == 0 ? "" : row.completed() == 0 ? ", failed" : ", " + row.failed() + " failed";
        return (all == 1 ? "1 seed" : row.completed() + "/" + all + " seeds") + failed;
    }

    /** What share of records is found, with a mark where a training collapsed; nothing where nobody looked. */
    public static String identified(ArmRow row) {
        return row.identified()
                .map(found -> Column.REIDENTIFICATION.writeMean(found.estimate()) + mark(marks(row)))
                .orElse("");
    }

    /** Behind a figure that does not mean what it seems to; what is shown when one points at it says why. */
    public static String mark(List<String> reasons) {
        return reasons.isEmpty() ? "" : " " + LeadingCells.MARK;
    }

    /** Why the accuracy is no network's. */
    public static List<String> marks(ArmRow row) {
        return row.collapsed() == 0
                ? List.of()
                : List.of("The training of " + row.collapsed() + " of " + row.completed()
                        + " trials collapsed: such a network tells nothing, and a mean over all is no network's.");
    }

    /**
     * Why what leaked is not the most that leaks.
     *
     * @param bounds what to read it by
     */
    public static List<String> marks(ArmRow row, Column column, List<Bound> bounds) {
        List<String> reasons = new ArrayList<>(marks(row));
        if (row.limited() > 0) {
            reasons.add("The attacker came to its limit of epochs or steps in " + row.limited() + " of "
                    + row.completed() + " trials while it was still getting better; give it more.");
        }
        double sign = column.metric().meaning() == Metric.Meaning.LESS_IS_LEAK ? -1 : 1;
        double floor = most(bounds, Subject.Kind.FLOOR, sign);
        double ceiling = most(bounds, Subject.Kind.CEILING, sign);
        if (ceiling < floor) {
            reasons.add("The ceiling (" + column.metric().format().write(sign * ceiling) + ") is below the floor ("
                    + column.metric().format().write(sign * floor)
                    + "): the attacker does not even rebuild what it is handed.");
        }
        return reasons;
    }

    private static double most(List<Bound> bounds, Subject.Kind kind, double sign) {
        return bounds.stream()
                .filter(bound -> bound.subject().kind() == kind)
                .mapToDouble(bound -> sign * bound.estimate().mean())
                .max()
                .orElse(Double.NaN);
    }

    private static String lines(List<String> reasons) {
        return reasons.stream()
                .map(reason -> LeadingCells.MARK + " " + reason + "\n")
                .collect(Collectors.joining());
    }

    /** Of the accuracy. */
    public static String accuracy(ArmRow row, Optional<Path> root) {
        return row.accuracy()
                .map(one -> estimate(Column.ACCURACY, one) + " " + Column.ACCURACY.meaning() + "\n"
                        + lines(marks(row))
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
                        + lines(marks(row, column, bounds))
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
