package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.result.TrialSetting;

/**
 * Which cells name the rows of a table.
 *
 * @param protocol whether the protocol varies
 * @param cut whether the cut varies
 * @param varied keys that axes vary and that rows differ in, in the order in which rows have them
 * @param attacked whether any row is of an attack or a reference
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LeadingCells(boolean protocol, boolean cut, List<String> varied, boolean attacked) {
    /** Stands behind the name of a row whose figures are no bounds; a note below the table says why. */
    public static final String MARK = "\u2020";

    public LeadingCells {
        varied = List.copyOf(varied);
    }

    static LeadingCells of(List<SummaryRow> rows) {
        return new LeadingCells(
                varies(rows.stream().map(SummaryRow::protocol)),
                varies(rows.stream().map(SummaryRow::cut)),
                keys(rows).stream()
                        .filter(key -> varies(rows.stream().map(row -> row.setting(key))))
                        .toList(),
                rows.stream().anyMatch(row -> !row.who().isEmpty()));
    }

    /** All keys that axes vary, also where these rows have the same there. */
    static List<String> keys(List<SummaryRow> rows) {
        return rows.stream()
                .flatMap(row -> row.settings().stream())
                .map(TrialSetting::key)
                .distinct()
                .toList();
    }

    private static boolean varies(Stream<?> values) {
        return values.distinct().count() > 1;
    }

    /** What stands above them. */
    public List<String> headings() {
        return cells(Cells.PROTOCOL, Cells.CUT, Cells.ARM, varied, List.of(Cells.ATTACK_OR_REFERENCE, Cells.RECORDS));
    }

    /** Those of a row. */
    public List<String> of(SummaryRow row) {
        return cells(
                row.protocol(),
                row.cut(),
                attacked ? row.arm() : marked(row, row.arm()),
                varied.stream().map(key -> row.setting(key).orElse(Cells.NONE)).toList(),
                List.of(marked(row, row.who()), row.records()));
    }

    private static String marked(SummaryRow row, String name) {
        return row.marks().isEmpty() ? name : (name + " " + MARK).strip();
    }

    private List<String> cells(String ofProtocol, String ofCut, String arm, List<String> settings, List<String> who) {
        List<String> cells = new ArrayList<>();
        if (protocol) {
            cells.add(ofProtocol);
        }
        if (cut) {
            cells.add(ofCut);
        }
        cells.add(arm);
        cells.addAll(settings);
        if (attacked) {
            cells.addAll(who);
        }
        return cells;
    }
}
