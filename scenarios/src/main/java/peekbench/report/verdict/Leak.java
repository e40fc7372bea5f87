package peekbench.report.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.GroupScores;
import peekbench.threat.observation.TargetSet;

/** What attackers are after, with the figure that says how much of it one got; first what is said first. */
public enum Leak {
    PICTURES(
            Column.SSIM,
            "SSIM of the strongest attack",
            "rebuilds %s with an SSIM of %s",
            List.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN),
            List.of(Reference.MEAN_IMAGE, Reference.BEST_CONSTANT)),
    RECORDS(
            Column.REIDENTIFICATION,
            "Records that the strongest attack finds",
            "finds %2$s of %1$s",
            List.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN),
            List.of(Reference.MEAN_IMAGE)),
    NUMBERS(
            Column.MSE,
            "MSE of the strongest attack",
            "rebuilds %s with a mean squared error of %s",
            List.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN),
            List.of(Reference.MEAN_IMAGE)),
    LABEL_ORDER(
            Column.LABEL_AUC,
            "AUC of the strongest attack on labels",
            "tells the labels of %s with an AUC of %s",
            List.of(TargetSet.VICTIM_TRAIN, TargetSet.VICTIM_TEST),
            List.of(Reference.MAJORITY_CLASS)),
    LABELS(
            Column.LABEL_ACCURACY,
            "Labels that the strongest attack gets right",
            "gets the labels of %s right in %s of cases",
            List.of(TargetSet.VICTIM_TRAIN, TargetSet.VICTIM_TEST),
            List.of(Reference.MAJORITY_CLASS)),
    MEMBERSHIP(
            Column.MEMBERSHIP_AUC,
            "AUC of the strongest attack on membership",
            "tells %s from others with an AUC of %s",
            List.of(TargetSet.VICTIM_TRAIN),
            List.of()),
    LABEL_DISTRIBUTIONS(
            Column.LABEL_DISTRIBUTION_DISTANCE,
            "Distance of the label distributions that the strongest attack infers",
            "infers the label distributions of clients, from %s, with a distance of %s",
            List.of(TargetSet.VICTIM_TRAIN),
            List.of(Reference.AUXILIARY_MIX, Reference.UNIFORM_MIX));

    @SuppressWarnings("ImmutableEnumChecker") // a record that cannot be changed
    private final Column column;

    private final String axis;
    private final String phrase;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<TargetSet> records;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<Reference> floors;

    Leak(Column column, String axis, String phrase, List<TargetSet> records, List<Reference> floors) {
        this.column = column;
        this.axis = axis;
        this.phrase = phrase;
        this.records = records;
        this.floors = floors;
    }

    /**
     * What one attack got.
     *
     * @param attack whose
     * @param column by which figure
     * @param estimate how much
     */
    public record Strongest(Subject attack, Column column, Estimate estimate) {
        String written() {
            return column.writeMean(estimate);
        }
    }

    /** What the groups' attackers were after: the first of which any has a figure; empty where nobody attacked. */
    public static Optional<Leak> leading(List<GroupScores> groups) {
        for (Leak leak : values()) {
            if (groups.stream()
                    .anyMatch(scores -> leak.records.stream()
                            .anyMatch(records -> leak.strongest(scores, records).isPresent()))) {
                return Optional.of(leak);
            }
        }
        return Optional.empty();
    }

    /** What the strongest attack on the finished network got of those records. */
    public Optional<Strongest> strongest(GroupScores scores, TargetSet targets) {
        return strongest(scores, targets, column);
    }

    /** The attack that finds most of those records, by whichever distance finds more. */
    public static Optional<Strongest> identifying(GroupScores scores, TargetSet targets) {
        return List.of(Column.REIDENTIFICATION, Column.FEATURE_REIDENTIFICATION).stream()
                .flatMap(column -> strongest(scores, targets, column).stream())
                .max(Comparator.comparingDouble(
                        strongest -> strongest.estimate().mean()));
    }

    /** What the strongest attack got by a figure. */
    public static Optional<Strongest> strongest(GroupScores scores, TargetSet targets, Column column) {
        Comparator<Strongest> order =
                Comparator.comparingDouble(strongest -> strongest.estimate().mean());
        return scores.attacks().stream()
                .filter(attack ->
                        !scores.values(attack, targets, column.metric()).isEmpty())
                .flatMap(
                        attack -> scores
                                .estimate(attack, targets, column)
                                .map(estimate -> new Strongest(attack, column, estimate))
                                .stream())
                .max(isLessMore(column) ? order.reversed() : order);
    }

    /** What those know who learn nothing, of each group that has it. */
    public List<Estimate> floors(List<SeedGroup> groups, TargetSet targets) {
        return groups.stream()
                .map(GroupScores::of)
                .flatMap(scores -> scores.references().stream()
                        .filter(subject -> subject instanceof Subject.ByReference by && floors.contains(by.reference()))
                        .flatMap(floor -> scores.estimate(floor, targets, column).stream()))
                .toList();
    }

    private static boolean isLessMore(Column column) {
        return column.metric().meaning() == Metric.Meaning.LESS_IS_LEAK;
    }

    /** Whether smaller figures leak more. */
    public boolean isLessMore() {
        return isLessMore(column);
    }

    /** The figure that says how much of it was got. */
    public Column column() {
        return column;
    }

    /** What an axis says of it. */
    public String axis() {
        return axis;
    }

    /** The records that it is said of, first those that it is shown of. */
    public List<TargetSet> records() {
        return records;
    }

    /** {@code rebuilds unseen records with an SSIM of 0.700}. */
    String says(String whom, String figure) {
        return String.format(Locale.ROOT, phrase, whom, figure);
    }
}
