package peekbench.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apiguardian.api.API;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Estimate.Spread;
import peekbench.report.table.Markdown;
import peekbench.report.table.SummaryRow;
import peekbench.report.table.SummaryTable;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;

/**
 * How far the figures of an experiment move from processor to processor: in each cell that of the first, and the lowest and
 * highest of all, each a mean over the same seeds. What is said of two arms is held to it: an order that processors do not
 * agree on is none.
 *
 * @param processors that were compared
 * @param table the first one's, with the range over processors as uncertainty
 * @param verdicts a sentence for each attack of an arm with a defense and each figure that tells of leakage or utility
 * @param agreed whether all processors agree on each order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ProcessorSpread(List<Processor> processors, SummaryTable table, List<String> verdicts, boolean agreed) {
    public ProcessorSpread {
        processors = List.copyOf(processors);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Compares.
     *
     * @param processors at least two
     * @param trials of each, of the same scenario
     */
    public static ProcessorSpread of(List<Processor> processors, List<List<StoredTrial>> trials) {
        Compared compared = new Compared(trials.stream().map(SummaryTable::of).toList());
        SummaryTable first = compared.first();
        List<SummaryRow> rows = first.rows().stream()
                .map(row -> row.withCells(first.columns().stream()
                        .map(column -> compared.spread(row, column))
                        .toList()))
                .toList();
        List<String> remarks = new ArrayList<>(first.remarks());
        first.columns().stream()
                .filter(ProcessorSpread::isJudged)
                .forEach(column -> compared.largestMove(column)
                        .ifPresent(move -> remarks.add(Arms.name(column) + " of one seed moves by at most "
                                + column.metric().format().write(move) + " between processors.")));
        Set<String> undefended = trials.get(0).stream()
                .map(StoredTrial::key)
                .filter(key -> !key.defended())
                .map(TrialKey::arm)
                .collect(Collectors.toUnmodifiableSet());
        List<Arms> pairs = compared.pairs(undefended);
        return new ProcessorSpread(
                processors,
                new SummaryTable(first.title(), first.columns(), rows, remarks),
                pairs.stream().map(Arms::sentence).toList(),
                pairs.stream().allMatch(Arms::agreed));
    }

    private static boolean isJudged(Column column) {
        return switch (column.metric().meaning()) {
            case UTILITY, MORE_IS_LEAK, LESS_IS_LEAK -> true;
            case CONDITION -> false;
        };
    }

    /** The same table of each processor. */
    private record Compared(List<SummaryTable> tables) {
        SummaryTable first() {
            return tables.get(0);
        }

        /** One figure, by processor; nothing unless all have it. */
        private List<Estimate> figures(SummaryRow wanted, Column column) {
            List<Estimate> figures = tables.stream()
                    .flatMap(table -> figure(table, wanted, column).stream())
                    .toList();
            return figures.size() == tables.size() ? figures : List.of();
        }

        private static Optional<Estimate> figure(SummaryTable table, SummaryRow wanted, Column column) {
            int at = table.columns().indexOf(column);
            return at < 0
                    ? Optional.empty()
                    : table.rows().stream()
                            .filter(row -> sameRecords(row, wanted)
                                    && row.arm().equals(wanted.arm())
                                    && row.who().equals(wanted.who()))
                            .findFirst()
                            .flatMap(row -> row.cells().get(at));
        }

        private static boolean sameRecords(SummaryRow one, SummaryRow other) {
            return one.protocol().equals(other.protocol())
                    && one.cut().equals(other.cut())
                    && one.settings().equals(other.settings())
                    && one.records().equals(other.records());
        }

        Optional<Estimate> spread(SummaryRow row, Column column) {
            List<Estimate> figures = figures(row, column);
            if (figures.isEmpty()) {
                return Optional.empty();
            }
            double[] means = figures.stream().mapToDouble(Estimate::mean).toArray();
            return Optional.of(new Estimate(
                    means[0],
                    Optional.of(new Interval(StatUtils.min(means), StatUtils.max(means), Double.NaN)),
                    Spread.PROCESSORS,
                    Arrays.stream(means).boxed().toList()));
        }

        /** How far a figure of one seed moves where it moves most, but for references, which are the same for every arm. */
        Optional<Double> largestMove(Column column) {
            return first().rows().stream()
                    .filter(Compared::isAttack)
                    .map(row -> figures(row, column))
                    .filter(figures ->
                            figures.stream().map(Estimate::seeds).distinct().count() == 1)
                    .flatMap(figures -> IntStream.range(0, figures.get(0).seeds())
                            .mapToObj(seed -> figures.stream()
                                    .mapToDouble(figure -> figure.values().get(seed))
                                    .toArray()))
                    .map(values -> StatUtils.max(values) - StatUtils.min(values))
                    .max(Double::compare);
        }

        private static boolean isAttack(SummaryRow row) {
            return row.kind().filter(Subject.Kind.ATTACK::equals).isPresent();
        }

        List<Arms> pairs(Set<String> undefended) {
            List<Arms> pairs = new ArrayList<>();
            for (SummaryRow row : first().rows()) {
                first().rows().stream()
                        .filter(other -> isAttack(row)
                                && !undefended.contains(row.arm())
                                && undefended.contains(other.arm())
                                && sameRecords(row, other)
                                && other.who().equals(row.who()))
                        .forEach(other -> first().columns().stream()
                                .filter(ProcessorSpread::isJudged)
                                .forEach(column -> Arms.of(row, column, figures(row, column), figures(other, column))
                                        .ifPresent(pairs::add)));
            }
            return pairs;
        }
    }

    /**
     * An arm with a defense beside the one without.
     *
     * @param row of the arm with a defense
     * @param column what is compared
     * @param changes its figure less that without a defense, one a processor
     */
    private record Arms(SummaryRow row, Column column, double[] changes) {
        static Optional<Arms> of(SummaryRow row, Column column, List<Estimate> defended, List<Estimate> without) {
            double[] changes = IntStream.range(0, Math.min(defended.size(), without.size()))
                    .mapToDouble(i -> defended.get(i).mean() - without.get(i).mean())
                    .toArray();
            return changes.length == 0 ? Optional.empty() : Optional.of(new Arms(row, column, changes));
        }

        static String name(Column column) {
            return column.heading().replaceAll(" [\u2191\u2193]", "");
        }

        boolean agreed() {
            double low = StatUtils.min(changes);
            double high = StatUtils.max(changes);
            return low > 0 || high < 0 || (low == 0 && high == 0);
        }

        String sentence() {
            Metric metric = column.metric();
            String range = metric.format().write(StatUtils.min(changes)) + " to "
                    + metric.format().write(StatUtils.max(changes));
            return row.arm() + ", " + row.who() + ", " + row.records() + ": " + name(column) + " changes by " + range
                    + (agreed()
                            ? " on every processor."
                            : ": processors do not agree on the direction, so there is no verdict.");
        }
    }

    /** As Markdown: what was compared, the table, and what is left of each order. */
    public String markdown() {
        StringBuilder text = new StringBuilder("Computed as ")
                .append(processors.stream().map(Processor::summary).collect(Collectors.joining("; as ")))
                .append(":\n\n")
                .append(table.markdown().strip())
                .append("\n\n");
        verdicts.forEach(
                verdict -> text.append("- ").append(Markdown.line(verdict)).append('\n'));
        return text.toString();
    }
}
