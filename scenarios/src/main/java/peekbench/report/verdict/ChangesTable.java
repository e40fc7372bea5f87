package peekbench.report.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.Cells;
import peekbench.report.table.TableText;
import peekbench.result.StoredTrial;

/**
 * How defended arms differ from no defense, a row a figure.
 *
 * @param rows arm, figure, difference, effect, p value
 */
public record ChangesTable(List<List<String>> rows, List<String> notes) {
    public static final String TITLE = "What changes against no defense, seed by seed";
    /** What names a row, then its figures. */
    public static final List<String> LEADING = List.of(Cells.ARM, "Figure");

    public static final List<String> FIGURES = List.of("Difference", "Seeds", "Effect g", "p (Holm)");

    public ChangesTable {
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
    }

    /** The table; empty where no arm is defended or none is not. */
    public static Optional<ChangesTable> of(List<StoredTrial> trials) {
        Changes changes = Verdicts.of(trials).changes();
        List<SeedGroup> groups = SeedGroup.of(trials);
        List<List<String>> rows = new ArrayList<>();
        changes.of()
                .forEach((group, each) -> each.forEach(change -> rows.add(row(Heading.legend(group, groups), change))));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new ChangesTable(rows, notes(changes)));
    }

    private static List<String> row(String arm, Changes.Change change) {
        Estimate difference = change.difference().change();
        String spread = difference
                .interval()
                .map(around -> " [" + Phrases.signed(change.column(), around.low()) + ", "
                        + Phrases.signed(change.column(), around.high()) + "]")
                .orElse("");
        return List.of(
                arm,
                change.name(),
                Phrases.signed(change.column(), difference.mean()) + spread,
                Integer.toString(difference.seeds()),
                number(change.difference().effect()),
                change.corrected().isPresent() ? Phrases.p(change.corrected().getAsDouble()) : Cells.NONE);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()).replace('-', '\u2212')
                : Cells.NONE;
    }

    private static List<String> notes(Changes changes) {
        List<Changes.Change> all =
                changes.of().values().stream().flatMap(List::stream).toList();
        List<String> notes =
                new ArrayList<>(List.of("Differences are between trials of one seed, of the strongest attack of"
                        + " each arm, and without seeds whose training collapsed."));
        if (all.stream().anyMatch(change -> change.difference().change().over() == Estimate.Spread.SEEDS)) {
            notes.add("[low, high] is a 95 % interval (Student's t); g is the mean over the standard deviation of the"
                    + " differences, corrected for few seeds (Hedges 1981); p is of the paired t test, corrected for all"
                    + " arms that are compared by the same figure (Holm 1979).");
        }
        if (all.stream().anyMatch(change -> change.difference().change().over() == Estimate.Spread.RANGE)) {
            notes.add("Of two seeds [low, high] is the range, and there is no test.");
        }
        if (all.stream().anyMatch(change -> change.difference().change().seeds() == 1)) {
            notes.add("Of one seed nothing is known of how others would differ.");
        }
        return notes;
    }

    /** As a Markdown table. */
    public String markdown() {
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(0, Stream.concat(LEADING.stream(), FIGURES.stream()).toList());
        return TableText.markdown(lines, LEADING.size());
    }
}
