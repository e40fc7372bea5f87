package peekbench.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.NaturalOrder;

/** The lines below a table. */
final class TableNotes {
    /** More arms than these are counted, not listed. */
    private static final int MOST_FAILURES = 20;
    /** More rows of one reason are counted, not listed. */
    private static final int MOST_MARKED = 8;

    private TableNotes() {}

    static List<String> of(SummaryTable table) {
        List<String> notes = new ArrayList<>();
        shortened(table).ifPresent(notes::add);
        constants(table).ifPresent(notes::add);
        notes.addAll(intervals(table));
        notes.addAll(failures(table));
        notes.addAll(marks(table));
        notes.addAll(table.remarks());
        return notes;
    }

    private static Optional<String> shortened(SummaryTable table) {
        int shown = table.shown().size();
        int all = table.rows().size();
        return shown == all
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "The first %,d of %,d rows are shown; summary.csv has all.", shown, all));
    }

    private static Optional<String> constants(SummaryTable table) {
        List<String> constants = new ArrayList<>();
        only(table.rows().stream().map(SummaryRow::protocol)).ifPresent(name -> constants.add("protocol " + name));
        only(table.rows().stream().map(SummaryRow::cut)).ifPresent(name -> constants.add("cut " + name));
        for (String key : LeadingCells.keys(table.rows())) {
            only(table.rows().stream().map(row -> row.setting(key).orElse("")))
                    .ifPresent(value -> constants.add(key + " " + value));
        }
        return constants.isEmpty() ? Optional.empty() : Optional.of("All rows: " + String.join(", ", constants) + ".");
    }

    private static Optional<String> only(Stream<String> values) {
        List<String> distinct = values.distinct().toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }

    private static List<String> intervals(SummaryTable table) {
        List<Estimate> estimates = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .toList();
        List<String> notes = new ArrayList<>();
        String seeds = seeds(estimates, Estimate.Spread.SEEDS);
        if (!seeds.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "\u00b1 is half of a %.0f %% interval over %s seeds (Student's t).",
                    100 * Estimate.LEVEL,
                    seeds));
        }
        if (estimates.stream().anyMatch(Estimate::isCutOff)) {
            notes.add("Such an interval ends where a figure can go no further, and is written out then: [low, high].");
        }
        String few = seeds(estimates, Estimate.Spread.RANGE);
        if (!few.isEmpty()) {
            notes.add("[low, high] is the range of " + few + " seeds and no interval, of which fewer than "
                    + Estimate.FEWEST_SEEDS + " have none.");
        }
        if (!seeds(estimates, Estimate.Spread.PROCESSORS).isEmpty()) {
            notes.add("[low, high] is the range of what processors give for the same seeds, and no interval.");
        }
        if (notes.isEmpty()) {
            images(estimates).ifPresent(notes::add);
        }
        return notes;
    }

    private static String seeds(List<Estimate> estimates, Estimate.Spread over) {
        return estimates.stream()
                .filter(estimate -> estimate.over() == over)
                .map(estimate -> Integer.toString(estimate.seeds()))
                .distinct()
                .sorted(new NaturalOrder())
                .collect(Collectors.joining(" or "));
    }

    private static Optional<String> images(List<Estimate> estimates) {
        return estimates.stream()
                .filter(estimate -> estimate.over() == Estimate.Spread.IMAGES)
                .flatMap(estimate -> estimate.interval().stream())
                .findFirst()
                .map(interval -> String.format(
                        Locale.ROOT,
                        "One seed: \u00b1 is half of a %.0f %% interval over images (bootstrap; Wilson's of shares"
                                + " identified), [low, high] one that reaches farther to one side; another seed may give more than that.",
                        100 * interval.level()));
    }

    private static List<String> failures(SummaryTable table) {
        List<String> failures = table.rows().stream()
                .filter(row -> row.failed() > 0)
                .map(row -> row.failed() + " of " + (row.failed() + row.seeds()) + " trials failed: "
                        + Stream.of(row.protocol(), row.cut(), row.arm()).collect(Collectors.joining(", "))
                        + ".")
                .distinct()
                .toList();
        return failures.size() <= MOST_FAILURES
                ? failures
                : List.of(String.format(
                        Locale.ROOT, "Trials of %,d arms failed; summary.csv has how many of each.", failures.size()));
    }

    /** One sentence for all rows that are marked for the same reason. */
    private static List<String> marks(SummaryTable table) {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        for (SummaryRow row : table.shown()) {
            row.marks()
                    .forEach(mark -> rows.computeIfAbsent(mark, reason -> new LinkedHashSet<>())
                            .add(named(table, row)));
        }
        List<String> notes = new ArrayList<>();
        rows.forEach((reason, who) -> notes.add(LeadingCells.MARK + " "
                + who.stream().limit(MOST_MARKED).collect(Collectors.joining("; "))
                + (who.size() > MOST_MARKED ? " and " + (who.size() - MOST_MARKED) + " more" : "")
                + ": this score is not a bound, because " + reason + "."));
        return notes;
    }

    /** What leads the row, without what a note says of all. */
    private static String named(SummaryTable table, SummaryRow row) {
        return table.leading().of(row).stream()
                .map(cell -> cell.replace(" " + LeadingCells.MARK, ""))
                .filter(cell -> !cell.isEmpty() && !cell.equals(Cells.NONE))
                .collect(Collectors.joining(", "));
    }
}
