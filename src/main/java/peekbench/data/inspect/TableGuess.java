package peekbench.data.inspect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import peekbench.data.LoadProgress;
import peekbench.data.format.TableFile;
import peekbench.data.inspect.Inspection.Fact;
import peekbench.data.table.ColumnProfile;
import peekbench.data.table.CsvFile;
import peekbench.data.table.Missing;
import peekbench.data.table.NumberSummary;
import peekbench.data.table.Scale;
import peekbench.data.table.TableColumns;
import peekbench.data.table.TableForm;
import peekbench.data.table.TableProfile;
import peekbench.problem.ConfigurationException;

/** What the columns of a table most likely are. */
final class TableGuess {
    private static final Set<String> PREDICTED =
            Set.of("class", "label", "target", "y", "outcome", "diagnosis", "species");
    private static final Set<String> PARTS = Set.of("train", "test", "auxiliary");

    /** A number that takes no more values than this may be a class. */
    private static final int FEW = 20;

    private final TableProfile profile;
    private final List<String> drop = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private TableGuess(TableProfile profile) {
        this.profile = profile;
    }

    static Guess of(Path path, LoadProgress progress) {
        CsvFile csv = CsvFile.open(path, Optional.empty());
        return new TableGuess(TableProfile.read(csv, Optional.empty(), TableForm.USUAL, progress)).guess();
    }

    private Guess guess() {
        Optional<String> split = profile.columns().stream()
                .filter(column -> !column.distinct().isEmpty() && PARTS.containsAll(column.distinct()))
                .map(ColumnProfile::name)
                .findFirst();
        ColumnProfile predicted = predicted(split);
        boolean classes = !predicted.isNumeric() || values(predicted) <= FEW;
        for (ColumnProfile column : profile.columns()) {
            boolean used =
                    column != predicted && split.filter(column.name()::equals).isEmpty();
            if (used && !profile.isRowNumber(column) && !isInput(column)) {
                drop.add(column.name());
            }
        }
        boolean missing =
                profile.columns().stream().anyMatch(column -> column.missing() > 0 && !drop.contains(column.name()));
        Missing rule = missing ? Missing.DROP_ROWS : Missing.REFUSE;
        TableColumns columns = new TableColumns(
                classes ? Optional.of(predicted.name()) : Optional.empty(),
                classes ? List.of() : List.of(predicted.name()),
                drop,
                List.of(),
                Optional.empty(),
                split);
        TableForm form = new TableForm(rule, Scale.STANDARD, Optional.empty(), Optional.empty());
        String path = profile.csv().path().toString();
        List<String> options = new ArrayList<>(List.of("path: " + Guess.text(path)));
        options.add(
                classes
                        ? "class-column: " + Guess.text(predicted.name())
                        : "target-columns: " + Guess.list(List.of(predicted.name())));
        Guess.option("drop", drop).ifPresent(options::add);
        split.ifPresent(name -> options.add("split-column: " + Guess.text(name)));
        if (missing) {
            options.add("missing: drop-rows");
        }
        remarks.add("The column (" + predicted.name() + ") is taken for what is to be predicted, "
                + (classes ? "a class" : "a number") + "; name another with class-column or target-columns.");
        return new Guess("table", new TableFile(path, columns, form), options, facts(), remarks);
    }

    /** A column with a telling name, else the last one. */
    private ColumnProfile predicted(Optional<String> split) {
        List<ColumnProfile> candidates = profile.columns().stream()
                .filter(column -> split.filter(column.name()::equals).isEmpty() && column.missing() < column.rows())
                .toList();
        if (candidates.isEmpty()) {
            throw new ConfigurationException(
                    "The table (" + profile.csv().path() + ") has no column with values, so nothing to predict.");
        }
        return candidates.stream()
                .filter(column -> PREDICTED.contains(column.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(candidates.get(candidates.size() - 1));
    }

    /** Of whole numbers between bounds, how many there can be; of others, very many. */
    private static double values(ColumnProfile column) {
        NumberSummary numbers = column.summary();
        boolean whole = column.isWhole();
        return whole ? numbers.largest() - numbers.smallest() + 1 : Double.POSITIVE_INFINITY;
    }

    private boolean isInput(ColumnProfile column) {
        if (column.missing() == column.rows()) {
            remarks.add("The column (" + column.name() + ") is empty, and is dropped.");
            return false;
        }
        if (column.unbounded().isPresent() || column.isMixed()) {
            ColumnProfile.Odd odd = column.unbounded().or(column::firstWord).orElseThrow();
            remarks.add("The column (" + column.name() + ") is dropped for its value (" + odd.text() + ") in line "
                    + odd.line() + "; mend it, or list the column under categorical.");
            return false;
        }
        if (!column.isNumeric() && !column.isCategorical()) {
            remarks.add("The column (" + column.name()
                    + ") has too many different texts to be categories, and is dropped.");
            return false;
        }
        return true;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("rows", Integer.toString(profile.rows())));
        facts.add(new Fact(
                "written with",
                "delimiter "
                        + (profile.csv().delimiter() == '\t'
                                ? "tab"
                                : profile.csv().delimiter()) + ", decimal sign " + profile.decimal()));
        for (ColumnProfile column : profile.columns()) {
            facts.add(new Fact("column " + column.name(), described(column)));
        }
        return facts;
    }

    private static String text(double number) {
        return new BigDecimal(number, new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    private static String described(ColumnProfile column) {
        String missing = column.missing() > 0
                ? ", missing " + column.missing() + " (first in line " + column.firstMissing() + ")"
                : "";
        if (column.missing() == column.rows()) {
            return "empty";
        }
        if (column.isNumeric()) {
            NumberSummary numbers = column.summary();
            return String.format(
                            Locale.ROOT,
                            "numbers from %s to %s, mean %.4g, deviation %.4g",
                            text(numbers.smallest()),
                            text(numbers.largest()),
                            numbers.mean(),
                            numbers.deviation())
                    + missing;
        }
        List<String> texts = column.distinct();
        return (column.isMixed() ? "numbers and text, " : "text, ")
                + (column.isUncounted() ? "over " : "") + texts.size() + " different: "
                + String.join(", ", texts.subList(0, Math.min(5, texts.size()))) + (texts.size() > 5 ? " …" : "")
                + missing;
    }
}
