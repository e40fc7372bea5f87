package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peekbench.report.estimate.Column;

/** Tables as plain text. */
public final class TableText {
    private static final String GAP = "  ";

    private TableText() {}

    static String plain(SummaryTable table) {
        List<List<String>> lines = lines(table);
        int labels = table.leading().headings().size();
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> text = new ArrayList<>();
        text.add(table.title());
        for (List<String> line : lines) {
            text.add(String.join(
                            GAP,
                            IntStream.range(0, widths.length)
                                    .mapToObj(i -> padded(line.get(i), widths[i], i < labels))
                                    .toList())
                    .stripTrailing());
        }
        int width = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
        text.add(2, "\u2500".repeat(width));
        text.addAll(table.notes());
        return String.join(System.lineSeparator(), text) + System.lineSeparator();
    }

    static String markdown(SummaryTable table) {
        String text = markdown(lines(table), table.leading().headings().size());
        return table.notes().isEmpty() ? text : text + "\n" + String.join(" ", table.notes()) + "\n";
    }

    /**
     * A Markdown table.
     *
     * @param lines the headings, then the rows
     * @param labels how many leading columns hold words; the others hold figures
     */
    public static String markdown(List<List<String>> lines, int labels) {
        List<String> text = new ArrayList<>();
        for (List<String> line : lines) {
            text.add("| " + String.join(" | ", line.stream().map(Markdown::cell).toList()) + " |");
        }
        text.add(
                1,
                "|"
                        + String.join(
                                "|",
                                IntStream.range(0, lines.get(0).size())
                                        .mapToObj(i -> i < labels ? "---" : "---:")
                                        .toList())
                        + "|");
        return String.join("\n", text) + "\n";
    }

    private static List<List<String>> lines(SummaryTable table) {
        LeadingCells leading = table.leading();
        List<List<String>> lines = new ArrayList<>();
        lines.add(concat(
                leading.headings(),
                table.columns().stream().map(Column::heading).toList()));
        for (SummaryRow row : table.shown()) {
            lines.add(concat(leading.of(row), table.figures(row)));
        }
        return lines;
    }

    private static List<String> concat(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    private static String padded(String cell, int width, boolean left) {
        String padding = " ".repeat(width - cell.length());
        return left ? cell + padding : padding + cell;
    }
}
