package peekbench.report.page;

import java.util.List;
import peekbench.report.verdict.ArmVerdict;

/**
 * What the page's template shows; each list and text appears in it by name.
 *
 * @param title of the scenario
 * @param subtitle data, protocol, cut, seeds
 * @param opening what it all comes to
 * @param picture the first figure, if there is any
 * @param arms what each comes to
 * @param figures the others, with their captions
 * @param tables first the one that matters most
 * @param findings what attacks found, in their words
 * @param columns what the columns mean
 * @param honesty what to keep in mind, first what was not run
 * @param failures trials that failed
 * @param facts provenance that all trials share
 * @param trials one line each
 * @param scenario resolved, as indented JSON
 */
public record ReportPage(
        String title,
        String subtitle,
        String opening,
        List<Figure> picture,
        List<ArmVerdict> arms,
        List<Figure> figures,
        List<Table> tables,
        List<FoundLine> findings,
        List<Meaning> columns,
        List<String> honesty,
        List<Failure> failures,
        List<Fact> facts,
        List<TrialLine> trials,
        String scenario) {

    /**
     * A picture.
     *
     * @param uri the picture itself as a data URI
     * @param caption what it shows
     */
    public record Figure(String uri, String caption) {}

    /** A table as text. */
    record Table(
            String title,
            List<String> labelHeadings,
            List<String> figureHeadings,
            List<Row> rows,
            List<String> notes) {}

    /**
     * A line of a table.
     *
     * @param style CSS class: {@code attack}, {@code floor}, {@code ceiling} or {@code training}
     */
    record Row(String style, List<String> labels, List<String> figures) {}

    /** A column in plain words. */
    record Meaning(String heading, String text) {}

    /** A failed trial. */
    record Failure(String trial, String summary, String details) {}

    /** Something about the run. */
    record Fact(String name, String value) {}

    /** A trial in the list of all trials. */
    record TrialLine(String id, String arm, long seed, String status, String started, String seconds, String command) {}

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }
}
