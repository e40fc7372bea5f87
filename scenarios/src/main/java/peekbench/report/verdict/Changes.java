package peekbench.report.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Holm;
import peekbench.report.estimate.PairedDifference;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.CollapsedSeeds;
import peekbench.report.table.GroupScores;
import peekbench.report.table.LeakageRows;
import peekbench.report.table.TrainingFigures;
import peekbench.threat.observation.TargetSet;

/**
 * How the defended arms of runs that differ in nothing else differ from the one without a defense, seed by seed. Of each arm the
 * strongest attack counts, of seeds those whose training did not collapse in either arm. The p values of one figure are corrected
 * for all arms of the run that are compared by it.
 *
 * @param of by defended group, each figure's change in the order of tables
 */
public record Changes(Map<SeedGroup, List<Change>> of) {
    private static final double LEVEL = .05;

    /**
     * Of one figure.
     *
     * @param column which
     * @param records on which; empty for what the network is worth
     * @param difference to the arm without a defense
     * @param corrected p value after Holm, where there is one
     */
    public record Change(
            Column column, Optional<TargetSet> records, PairedDifference difference, OptionalDouble corrected) {
        private Change corrected(List<Double> family) {
            return new Change(
                    column,
                    records,
                    difference,
                    difference.p().isPresent() ? OptionalDouble.of(Holm.adjusted(family)[0]) : OptionalDouble.empty());
        }

        boolean isOf(Column other, Optional<TargetSet> targets) {
            return column.equals(other) && records.equals(targets);
        }

        /** Whether it is told from chance, with all arms that are compared by this figure in mind. */
        boolean isShown() {
            return difference.isShown() && corrected.stream().allMatch(p -> p < LEVEL);
        }

        /** What it is of: {@code Accuracy}, {@code SSIM, unseen}. */
        public String name() {
            String heading = column.heading().replaceAll(" [\u2191\u2193]$", "");
            return records.map(targets -> heading + ", " + LeakageRows.records(targets))
                    .orElse(heading);
        }
    }

    /** Of all runs among these groups. */
    public static Changes of(List<SeedGroup> groups, Optional<Leak> leak) {
        Map<SeedGroup, List<Change>> changes = new LinkedHashMap<>();
        for (List<SeedGroup> run : SeedGroup.comparable(groups)) {
            run.stream()
                    .filter(group -> !group.key().defended())
                    .findFirst()
                    .ifPresent(none -> changes.putAll(corrected(none, run, leak)));
        }
        return new Changes(changes);
    }

    /** The change of a figure of a group; empty where it is not defended or there is nothing to compare with. */
    Optional<Change> of(SeedGroup group, Column column, Optional<TargetSet> records) {
        return of.getOrDefault(group, List.of()).stream()
                .filter(change -> change.isOf(column, records))
                .findFirst();
    }

    private static Map<SeedGroup, List<Change>> corrected(SeedGroup none, List<SeedGroup> run, Optional<Leak> leak) {
        Map<SeedGroup, List<Change>> raw = new LinkedHashMap<>();
        run.stream()
                .filter(group -> group.key().defended())
                .forEach(group -> raw.put(group, changes(figures(group, leak), figures(none, leak))));
        Map<SeedGroup, List<Change>> corrected = new LinkedHashMap<>();
        raw.forEach((group, changes) -> corrected.put(
                group,
                changes.stream()
                        .map(change -> change.corrected(family(raw, group, change)))
                        .toList()));
        return corrected;
    }

    /** The p values of all arms that are compared by the figure of one, its own first. */
    private static List<Double> family(Map<SeedGroup, List<Change>> raw, SeedGroup group, Change one) {
        List<Double> others = raw.entrySet().stream()
                .filter(other -> !other.getKey().equals(group))
                .flatMap(other -> other.getValue().stream())
                .filter(change -> change.isOf(one.column(), one.records()))
                .flatMap(change -> change.difference().p().stream().boxed())
                .toList();
        List<Double> all = new ArrayList<>(others);
        one.difference().p().ifPresent(p -> all.add(0, p));
        return all;
    }

    private static List<Change> changes(List<Figure> arm, List<Figure> none) {
        List<Change> changes = new ArrayList<>();
        for (Figure figure : arm) {
            none.stream()
                    .filter(other -> other.column.equals(figure.column) && other.records.equals(figure.records))
                    .findFirst()
                    .flatMap(other -> PairedDifference.of(figure.bySeed, other.bySeed))
                    .ifPresent(difference ->
                            changes.add(new Change(figure.column, figure.records, difference, OptionalDouble.empty())));
        }
        return changes;
    }

    /** A figure of an arm by seed. */
    private record Figure(Column column, Optional<TargetSet> records, Map<Long, Double> bySeed) {}

    private static List<Figure> figures(SeedGroup whole, Optional<Leak> leak) {
        SeedGroup group = CollapsedSeeds.without(whole);
        GroupScores scores = GroupScores.of(group);
        List<Figure> figures = new ArrayList<>();
        for (Column column : TrainingFigures.UTILITIES) {
            Map<Long, Double> bySeed = new TreeMap<>();
            group.completed()
                    .forEach(trial -> TrainingFigures.of(trial, column)
                            .ifPresent(value -> bySeed.put(trial.key().seed(), value)));
            figures.add(new Figure(column, Optional.empty(), bySeed));
        }
        leak.ifPresent(after -> after.records().forEach(targets -> {
            after.strongest(scores, targets).ifPresent(strongest -> figures.add(figure(scores, targets, strongest)));
            if (after == Leak.PICTURES || after == Leak.NUMBERS) {
                for (Column column : List.of(Column.REIDENTIFICATION, Column.FEATURE_REIDENTIFICATION)) {
                    Leak.strongest(scores, targets, column)
                            .ifPresent(strongest -> figures.add(figure(scores, targets, strongest)));
                }
            }
        }));
        return figures;
    }

    private static Figure figure(GroupScores scores, TargetSet targets, Leak.Strongest strongest) {
        return new Figure(
                strongest.column(),
                Optional.of(targets),
                scores.bySeed(strongest.attack(), targets, strongest.column()));
    }
}
