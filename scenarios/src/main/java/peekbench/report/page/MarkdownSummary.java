package peekbench.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.report.table.AttackMatrix;
import peekbench.report.table.Markdown;
import peekbench.report.table.SummaryTable;
import peekbench.report.verdict.ChangesTable;
import peekbench.report.verdict.Verdicts;
import peekbench.result.StoredTrial;
import peekbench.result.provenance.Provenance;

/**
 * The tables of a run as Markdown, with seeds, machine and command beside them: what documents quote, so that no figure in
 * them is typed in.
 */
public final class MarkdownSummary {
    /** More than these are counted, not listed. */
    private static final int MOST_PLACES = 8;

    private MarkdownSummary() {}

    public static void write(List<StoredTrial> trials, List<SummaryTable> tables, List<String> remarks, Path file)
            throws IOException {
        StringBuilder text = new StringBuilder(heading(trials)).append(verdicts(trials));
        for (SummaryTable table : tables) {
            text.append(table.title())
                    .append(":\n\n")
                    .append(table.markdown().strip())
                    .append("\n\n");
        }
        ChangesTable.of(trials)
                .ifPresent(changes -> text.append(ChangesTable.TITLE)
                        .append(":\n\n")
                        .append(changes.markdown())
                        .append('\n')
                        .append(changes.notes().stream().map(Markdown::line).collect(Collectors.joining(" ")))
                        .append("\n\n"));
        text.append(findings(trials));
        Stream.concat(Honesty.fewRecords(trials).stream(), remarks.stream())
                .forEach(remark -> text.append(Markdown.line(remark)).append("\n\n"));
        Files.writeString(file, text.append(origin(trials)), StandardCharsets.UTF_8);
    }

    /** The overview alone, of runs whose other tables are too long to quote. */
    public static void writeMatrix(List<StoredTrial> trials, AttackMatrix matrix, List<String> remarks, Path file)
            throws IOException {
        StringBuilder text = new StringBuilder(heading(trials)).append(verdicts(trials));
        text.append(AttackMatrix.TITLE)
                .append(":\n\n")
                .append(matrix.markdown())
                .append('\n');
        text.append(findings(trials));
        remarks.forEach(
                remark -> text.append("- ").append(Markdown.line(remark)).append('\n'));
        text.append(remarks.isEmpty() ? "" : "\n");
        Files.writeString(file, text.append(origin(trials)), StandardCharsets.UTF_8);
    }

    /** What it comes to: a paragraph over all arms, and a line an arm. */
    private static String verdicts(List<StoredTrial> trials) {
        List<String> lines = Verdicts.of(trials).lines();
        StringBuilder text = new StringBuilder(Markdown.line(lines.get(0))).append("\n\n");
        lines.subList(1, lines.size())
                .forEach(line -> text.append("- ").append(Markdown.line(line)).append('\n'));
        return text.append(lines.size() > 1 ? "\n" : "").toString();
    }

    /** What attacks found, each sentence once with all protocols, cuts and arms of which it is true. */
    private static String findings(List<StoredTrial> trials) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (FoundLine found : FoundLine.of(trials)) {
            places.computeIfAbsent(found.attack() + ": " + found.text(), sentence -> new ArrayList<>())
                    .add(found.where());
        }
        if (places.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("What was found:\n\n");
        places.forEach((sentence, where) -> text.append("- ")
                .append(where.size() > MOST_PLACES ? where.size() + " arms" : Markdown.line(String.join("; ", where)))
                .append(": ")
                .append(Markdown.line(sentence))
                .append('\n'));
        return text.append('\n').toString();
    }

    private static String heading(List<StoredTrial> trials) {
        Provenance provenance = trials.get(0).info().provenance();
        String seeds = trials.stream()
                .map(trial -> trial.info().key().seed())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return "**" + Markdown.line(provenance.scenario().title()) + "** (scenario `"
                + provenance.scenario().name() + "`, data `" + provenance.data().dataset() + "`, seeds " + seeds
                + ")\n\n";
    }

    private static String origin(List<StoredTrial> trials) {
        Provenance provenance = trials.get(0).info().provenance();
        return "Made by `" + provenance.runCommand() + "` on "
                + provenance.machine().hardware() + ", Peekbench "
                + provenance.software().version() + ".\n";
    }
}
