package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;

/**
 * Means over seeds, the same for terminal, Markdown and HTML.
 *
 * @param title what it is about
 * @param columns figures, only those that any row has
 * @param rows seed groups, each with an attack or reference
 * @param remarks what a reader must know of these trials' figures, a sentence each
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SummaryTable(String title, List<Column> columns, List<SummaryRow> rows, List<String> remarks) {
    private static final int MOST_ROWS = 2000;
    /** What early stopping makes better than it is. */
    private static final List<Column> CHOSEN_ON_TEST =
            List.of(Column.ACCURACY, Column.MEAN_ABSOLUTE_ERROR, Column.TEST_LOSS);

    private static final List<Column> LEAKAGE = List.of(
            Column.ACCURACY,
            Column.MEAN_ABSOLUTE_ERROR,
            Column.DISTANCE_CORRELATION,
            Column.BIAS_CORRECTED_DISTANCE_CORRELATION,
            Column.PERMUTATION_P,
            Column.SSIM,
            Column.REIDENTIFICATION,
            Column.REIDENTIFICATION_TOP_5,
            Column.FEATURE_REIDENTIFICATION,
            Column.FEATURE_REIDENTIFICATION_TOP_5,
            Column.FEATURE_DISTANCE,
            Column.PSNR,
            Column.MSE,
            Column.CLASSIFIER_ACCURACY,
            Column.LABEL_DISTRIBUTION_DISTANCE,
            Column.LABEL_AUC,
            Column.LABEL_ACCURACY,
            Column.HIJACK_DETECTED_AFTER);
    private static final List<Column> WIDE =
            List.of(Column.REIDENTIFICATION_TOP_5, Column.FEATURE_REIDENTIFICATION_TOP_5, Column.FEATURE_DISTANCE);
    private static final List<Column> STRENGTHS = List.of(
            Column.SSIM,
            Column.REIDENTIFICATION,
            Column.REIDENTIFICATION_TOP_5,
            Column.FEATURE_REIDENTIFICATION,
            Column.FEATURE_REIDENTIFICATION_TOP_5,
            Column.FEATURE_DISTANCE,
            Column.PSNR,
            Column.MSE,
            Column.CLASSIFIER_ACCURACY,
            Column.LABEL_AUC,
            Column.LABEL_ACCURACY);
    private static final List<Column> MEMBERSHIP = List.of(
            Column.ACCURACY,
            Column.MEAN_ABSOLUTE_ERROR,
            Column.PRIVACY,
            Column.MEMBERSHIP_AUC,
            Column.MEMBERSHIP_BALANCED_ACCURACY,
            Column.MEMBERSHIP_TPR_AT_1_PERCENT,
            Column.MEMBERSHIP_TPR_AT_TENTH_PERCENT);

    public SummaryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** A table without remarks. */
    public SummaryTable(String title, List<Column> columns, List<SummaryRow> rows) {
        this(title, columns, rows, List.of());
    }

    /** The same with remarks on the columns that it has. */
    private SummaryTable remarked(List<StoredTrial> trials) {
        List<String> all = new ArrayList<>();
        if (columns.contains(Column.PRIVACY)) {
            all.addAll(PrivacyRemarks.of(trials));
        }
        if (columns.stream().anyMatch(Column::isReconstruction)) {
            all.addAll(GalleryRemarks.of(trials));
        }
        if (columns.stream().anyMatch(CHOSEN_ON_TEST::contains)) {
            all.addAll(TrainingRemarks.of(trials));
        }
        return new SummaryTable(title, columns, rows, all);
    }

    /** The table to show first: what leaks when anybody attacked, else how training went. */
    public static SummaryTable of(List<StoredTrial> trials) {
        return Stream.of(leakage(trials), membership(trials))
                .filter(table -> !table.rows().isEmpty())
                .findFirst()
                .orElseGet(() -> training(trials));
    }

    /** What the strongest attacker of each arm got, between floors and ceilings. */
    public static SummaryTable leakage(List<StoredTrial> trials) {
        return new LeakageRows(withFurther(LEAKAGE, trials), kind -> kind != Subject.Kind.STRENGTH)
                .table("What leaks, and what it costs", trials)
                .remarked(trials);
    }

    /** What attackers found out about who was trained on. */
    public static SummaryTable membership(List<StoredTrial> trials) {
        return new MembershipRows(MEMBERSHIP)
                .table("Who was trained on", trials)
                .remarked(trials);
    }

    /** Every strength that the attacks tried. */
    public static SummaryTable strengths(List<StoredTrial> trials) {
        return new LeakageRows(
                        withFurther(STRENGTHS, trials),
                        kind -> kind == Subject.Kind.ATTACK || kind == Subject.Kind.STRENGTH)
                .table("Every strength of the attacker", trials)
                .remarked(trials);
    }

    /** Plug-ins' metrics stand behind ours. */
    private static List<Column> withFurther(List<Column> ours, List<StoredTrial> trials) {
        return Stream.concat(ours.stream(), Column.further(trials).stream()).toList();
    }

    /** How training went and what it took. */
    public static SummaryTable training(List<StoredTrial> trials) {
        List<SummaryRow> rows = SeedGroup.of(trials).stream()
                .map(group -> TrainingFigures.row(group, TrainingFigures.COLUMNS))
                .toList();
        return used("Training", TrainingFigures.COLUMNS, rows).remarked(trials);
    }

    /** The same without the seconds, which no two runs have the same. */
    public SummaryTable withoutTimes() {
        int times = columns.indexOf(Column.TRAINING_SECONDS);
        List<SummaryRow> blank = rows.stream()
                .map(row -> {
                    List<Optional<Estimate>> cells = new ArrayList<>(row.cells());
                    if (times >= 0) {
                        cells.set(times, Optional.empty());
                    }
                    return row.withCells(cells);
                })
                .toList();
        SummaryTable narrowed = used(title, columns, blank);
        return new SummaryTable(title, narrowed.columns, narrowed.rows, remarks);
    }

    /** The same without figures that others say almost as well, for a terminal, which is narrow; files have all. */
    public SummaryTable narrowed() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(i -> !WIDE.contains(columns.get(i)))
                .boxed()
                .toList();
        return new SummaryTable(
                title,
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> row.withCells(
                                kept.stream().map(row.cells()::get).toList()))
                        .toList(),
                remarks);
    }

    /** As text for a terminal, columns aligned. */
    public String text() {
        return TableText.plain(this);
    }

    /** As a Markdown table. */
    public String markdown() {
        return TableText.markdown(this);
    }

    /** What names a row: protocol and cut only when they vary, what axes vary, attack or reference and records only when there are any. */
    public LeadingCells leading() {
        return LeadingCells.of(rows);
    }

    /** The figures of a row as text; a dash where there is none. */
    public List<String> figures(SummaryRow row) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> Cells.text(columns.get(i), row.cells().get(i)))
                .toList();
    }

    /** What a reader must know beside the figures. */
    public List<String> notes() {
        return TableNotes.of(this);
    }

    static SummaryTable used(String title, List<Column> columns, List<SummaryRow> rows) {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> row.cells().get(i).isPresent()))
                .boxed()
                .toList();
        List<SummaryRow> narrowed = rows.stream()
                .map(row -> row.withCells(kept.stream().map(row.cells()::get).toList()))
                .toList();
        return new SummaryTable(title, kept.stream().map(columns::get).toList(), narrowed);
    }

    /** The keys that axes vary, in the order in which rows have them. */
    List<String> varied() {
        return LeadingCells.keys(rows);
    }

    /** Those that a page, a text or a terminal shows: at most {@value #MOST_ROWS}; {@link CsvFiles#summary} has all. */
    public List<SummaryRow> shown() {
        return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    }
}
