package peekbench.report.verdict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import peekbench.metric.FigureFormat;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.PairedDifference;
import peekbench.threat.observation.TargetSet;

/** How differences are said. */
final class Phrases {
    private static final double PERCENT = 100;
    private static final String POINTS = " points";

    private Phrases() {}

    /** The column's heading without what points to more leak. */
    static String name(Column column) {
        return column.heading().replaceAll(" [\u2191\u2193]$", "");
    }

    /** The figure in a sentence. */
    static String measured(Column column) {
        return column.equals(Column.REIDENTIFICATION) || column.equals(Column.FEATURE_REIDENTIFICATION)
                ? "the share found"
                : name(column);
    }

    /** The records in a sentence. */
    static String records(TargetSet targets) {
        return targets == TargetSet.VICTIM_TEST ? "unseen records" : "records trained on";
    }

    /**
     * {@code is 0.060 less (95 % interval −0.110 to −0.010, p .041 after Holm)}; of few seeds what each gives.
     */
    static String change(Changes.Change change) {
        Column column = change.column();
        PairedDifference difference = change.difference();
        Estimate of = difference.change();
        if (of.values().stream().allMatch(value -> size(column, Math.abs(value)).equals(size(column, 0)))) {
            return "is the same";
        }
        if (of.over() == Estimate.Spread.RANGE) {
            return "differs by "
                    + of.values().stream().map(value -> signed(column, value)).collect(Collectors.joining(" and "))
                    + " with its " + of.seeds() + " seeds, too few for an interval";
        }
        if (of.over() != Estimate.Spread.SEEDS || of.interval().isEmpty()) {
            return "is " + sized(column, of.mean());
        }
        return said(change) + " (" + interval(column, of.interval().get())
                + (change.corrected().isPresent()
                        ? ", p " + p(change.corrected().getAsDouble()) + " after Holm"
                        : "")
                + ")";
    }

    private static String said(Changes.Change change) {
        Column column = change.column();
        double mean = change.difference().change().mean();
        if (change.isShown()) {
            return "is " + sized(column, mean);
        }
        return size(column, Math.abs(mean)).equals(size(column, 0))
                ? "is the same on average"
                : "differs by " + signed(column, mean) + ", which may be chance";
    }

    static String p(double value) {
        return value < .001
                ? "< .001"
                : String.format(Locale.ROOT, "%.3f", value).replaceFirst("^0", "");
    }

    private static String interval(Column column, Interval around) {
        return String.format(
                Locale.ROOT,
                "%.0f %% interval %s to %s",
                PERCENT * around.level(),
                signed(column, around.low()).replace(POINTS, ""),
                signed(column, around.high()));
    }

    private static String sized(Column column, double difference) {
        String size = size(column, Math.abs(difference));
        if (size.equals(size(column, 0))) {
            return "the same";
        }
        return size + (difference < 0 ? " less" : " more");
    }

    /** With its sign: {@code -0.060}, {@code +8.0 points}. */
    static String signed(Column column, double difference) {
        return (difference < 0 ? "\u2212" : "+") + size(column, Math.abs(difference));
    }

    private static String size(Column column, double value) {
        return column.metric().format() == FigureFormat.PERCENT
                ? String.format(Locale.ROOT, "%.1f", PERCENT * value) + POINTS
                : column.metric().format().write(value);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
