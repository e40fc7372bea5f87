package peekbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import peekbench.query.ArmRow;
import peekbench.query.Counts;
import peekbench.query.Measure;
import peekbench.query.TrialRow;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.report.table.LeadingCells;

/** Lists of trials and arms for a person. */
final class TrialListing {
    private static final String GAP = "  ";

    private TrialListing() {}

    static List<String> trials(List<TrialRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Folder", "Trial", "Status", Column.ACCURACY.heading(), "Seconds"));
        for (TrialRow row : rows) {
            lines.add(List.of(
                    row.folder(),
                    row.id(),
                    row.status().label(),
                    Cells.text(Column.ACCURACY, row.accuracy()),
                    row.key()
                            .map(key -> String.format(Locale.ROOT, "%.1f", key.seconds()))
                            .orElse("")));
        }
        return aligned(lines);
    }

    static List<String> arms(List<ArmRow> rows) {
        Column leak = Measure.SSIM.column();
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "Folder",
                Cells.PROTOCOL,
                Cells.CUT,
                Cells.ARM,
                "Seeds",
                Column.ACCURACY.heading(),
                leak.heading(),
                Column.REIDENTIFICATION.heading(),
                "to"));
        for (ArmRow row : rows) {
            lines.add(List.of(
                    row.key().folder(),
                    row.protocol(),
                    row.cut(),
                    row.arm(),
                    row.completed() + "/" + (row.completed() + row.failed()),
                    Cells.text(Column.ACCURACY, row.accuracy()) + mark(row.collapsed() > 0),
                    Cells.text(leak, row.leak().map(ArmRow.Leak::estimate)) + mark(row.collapsed() + row.limited() > 0),
                    Cells.text(Column.REIDENTIFICATION, row.identified().map(ArmRow.Leak::estimate))
                            + mark(row.collapsed() > 0),
                    row.leak().map(ArmRow.Leak::attack).orElse("")));
        }
        return aligned(lines);
    }

    /** Behind a figure that a collapsed training or an attacker at its limit spoils; reports say which. */
    private static String mark(boolean spoilt) {
        return spoilt ? " " + LeadingCells.MARK : "";
    }

    static String counts(Counts counts) {
        return (counts.completed() + counts.failed()) + " trials of " + counts.arms() + " arms, " + counts.failed()
                + " failed; " + counts.unreadable() + " more cannot be read.";
    }

    static String unreadable(TrialRow row) {
        String folder = row.folder().isEmpty() ? "" : row.folder() + "/";
        return "  " + folder + row.id() + ": "
                + row.reason().orElse("the reason is not known").replaceAll("\\s+", " ");
    }

    private static List<String> aligned(List<List<String>> lines) {
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        int[] shown = IntStream.range(0, widths.length)
                .filter(i -> lines.size() == 1 || lines.stream().skip(1).anyMatch(line -> says(line.get(i))))
                .toArray();
        return lines.stream()
                .map(line -> String.join(
                                GAP,
                                IntStream.of(shown)
                                        .mapToObj(i -> line.get(i)
                                                + " "
                                                        .repeat(widths[i]
                                                                - line.get(i).length()))
                                        .toList())
                        .stripTrailing())
                .toList();
    }

    /** A column in which no cell does is left out: the folder where there is one only, accuracy of regressions. */
    private static boolean says(String cell) {
        return !cell.isBlank() && !cell.equals(Cells.NONE);
    }
}
