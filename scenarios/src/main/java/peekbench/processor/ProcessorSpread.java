package peekbench.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import peekbench.result.provenance.Provenance;

/**
 * How far the figures of an experiment move from processor to processor: in each cell that of the first, and the lowest and
 * highest of all, each a mean over the same seeds. What is said of two arms is held to it: an order that processors do not
 * agree on is none.
 *
 * @param processors that were compared
 * @param table the first one's, with the range over processors as uncertainty
 * @param verdicts a sentence for each attack of an arm with a defense and each figure that tells of leakage or utility
 * @param agreed whether all processors agree on each order
 * @param origin what was run, where and by which version
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ProcessorSpread(
        List<Processor> processors, SummaryTable table, List<String> verdicts, boolean agreed, String origin) {
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
                        .ifPresent(move -> remarks.add(name(column) + " of one seed moves by at most "
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
                pairs.stream().allMatch(Arms::agreed),
                origin(trials.get(0).get(0).info().provenance()));
    }

    private static String origin(Provenance provenance) {
        return "Made by `" + provenance.runCommand() + "`, run once a processor by `peekbench replicate`, on "
                + provenance.machine().hardware() + ", Peekbench "
                + provenance.software().version() + ".";
    }

    /** What an attack got, and what the network is worth; distance correlation and its like are read beside them. */
    private static boolean isJudged(Column column) {
        return column.isClaim() || column.metric().meaning() == Metric.Meaning.UTILITY;
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
                    .filter(Compared::isOfArm)
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

        /** Whether it is about an attack, or in a table of training about the arm itself. */
        private static boolean isOfArm(SummaryRow row) {
            return row.kind().stream().allMatch(Subject.Kind.ATTACK::equals);
        }

        List<Arms> pairs(Set<String> undefended) {
            List<Arms> pairs = new ArrayList<>();
            for (SummaryRow row : first().rows()) {
                first().rows().stream()
                        .filter(other -> isOfArm(row)
                                && !undefended.contains(row.arm())
                                && undefended.contains(other.arm())
                                && sameRecords(row, other)
                                && other.who().equals(row.who()))
                        .map(other -> new Arms(row, changes(row, other)))
                        .filter(pair -> !pair.changes().isEmpty())
                        .forEach(pairs::add);
            }
            return pairs;
        }

        private List<Change> changes(SummaryRow row, SummaryRow without) {
            return first().columns().stream()
                    .filter(ProcessorSpread::isJudged)
                    .map(column -> Change.of(column, figures(row, column), figures(without, column)))
                    .filter(change -> change.byProcessor().length > 0)
                    .toList();
        }
    }

    /** How much larger a figure is with a defense than without, one a processor. */
    private record Change(Column column, double[] byProcessor) {
        static Change of(Column column, List<Estimate> defended, List<Estimate> without) {
            return new Change(
                    column,
                    IntStream.range(0, Math.min(defended.size(), without.size()))
                            .mapToDouble(
                                    i -> defended.get(i).mean() - without.get(i).mean())
                            .toArray());
        }

        boolean agreed() {
            double low = StatUtils.min(byProcessor);
            double high = StatUtils.max(byProcessor);
            return low > 0 || high < 0 || (low == 0 && high == 0);
        }

        String text() {
            return name(column) + " by " + written(StatUtils.min(byProcessor)) + " to "
                    + written(StatUtils.max(byProcessor));
        }

        private String written(double change) {
            return (change > 0 ? "+" : "") + column.metric().format().write(change);
        }
    }

    /**
     * An arm with a defense beside the one without.
     *
     * @param row of the arm with a defense
     * @param changes of its figures
     */
    private record Arms(SummaryRow row, List<Change> changes) {
        boolean agreed() {
            return changes.stream().allMatch(Change::agreed);
        }

        String sentence() {
            String sure = listed(changes.stream().filter(Change::agreed).toList());
            String open =
                    listed(changes.stream().filter(change -> !change.agreed()).toList());
            String what = Stream.of(row.arm(), row.who(), row.records())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            return (what + ": "
                            + (sure.isEmpty() ? "" : "all processors agree that it changes " + sure + ". ")
                            + (open.isEmpty() ? "" : "There is no verdict on " + open + "."))
                    .strip();
        }

        private static String listed(List<Change> some) {
            return some.stream().map(Change::text).collect(Collectors.joining(", "));
        }
    }

    /** Without the arrow that points to more leak. */
    private static String name(Column column) {
        return column.heading().replaceAll(" [\u2191\u2193]", "");
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
        return text.append('\n').append(origin).append('\n').toString();
    }
}
