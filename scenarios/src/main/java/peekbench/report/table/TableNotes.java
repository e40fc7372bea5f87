package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.NaturalOrder;

/** The lines below a table. */
final class TableNotes {
    /** More arms than these are counted, not listed. */
    private static final int MOST_FAILURES = 20;

    private TableNotes() {}

    static List<String> of(SummaryTable table) {
        List<String> notes = new ArrayList<>();
        shortened(table).ifPresent(notes::add);
        constants(table).ifPresent(notes::add);
        intervals(table).ifPresent(notes::add);
        notes.addAll(failures(table));
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

    private static Optional<String> intervals(SummaryTable table) {
        List<Estimate> estimates = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .toList();
        String seeds = estimates.stream()
                .filter(estimate -> estimate.over() == Estimate.Spread.SEEDS)
                .map(estimate -> Integer.toString(estimate.seeds()))
                .distinct()
                .sorted(new NaturalOrder())
                .collect(Collectors.joining(" or "));
        if (!seeds.isEmpty()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "\u00b1 is half of a %.0f %% interval over %s seeds (Student's t).",
                    100 * Estimate.LEVEL,
                    seeds));
        }
        return estimates.stream()
                .filter(estimate -> estimate.over() == Estimate.Spread.IMAGES)
                .flatMap(estimate -> estimate.interval().stream())
                .findFirst()
                .map(interval -> String.format(
                        Locale.ROOT,
                        "One seed: \u00b1 is half of a %.0f %% interval over images (bootstrap); another seed may give more"
                                + " than that.",
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
}
