package peekbench.report.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.evaluation.Reference;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.BoundMarks;
import peekbench.report.table.CollapsedSeeds;
import peekbench.report.table.GalleryRemarks;
import peekbench.report.table.GroupScores;
import peekbench.report.table.TrainingFigures;
import peekbench.threat.observation.TargetSet;

/**
 * What is said of an arm, of its seeds that did not collapse; where all did, of all.
 *
 * @param group all seeds
 * @param trained those that did not collapse
 * @param scores of these
 */
public record ArmFigures(SeedGroup group, SeedGroup trained, GroupScores scores) {

    public static ArmFigures of(SeedGroup group) {
        SeedGroup trained = CollapsedSeeds.without(group);
        return new ArmFigures(group, trained, GroupScores.of(trained));
    }

    /** What the network is worth: accuracy, or mean absolute error. */
    Optional<Utility> utility() {
        return TrainingFigures.UTILITIES.stream()
                .flatMap(column ->
                        TrainingFigures.estimate(trained, column)
                                .map(estimate -> new Utility(column, estimate))
                                .stream())
                .findFirst();
    }

    /** What the network is worth, by a figure. */
    record Utility(Column column, Estimate estimate) {
        String written() {
            return column.writeMean(estimate);
        }
    }

    /** Among how many records reconstructions were looked up; empty where they were not. */
    String gallery(TargetSet targets) {
        return GalleryRemarks.sizes(trained.completed(), targets);
    }

    /** The strongest attack's recognition accuracy, and that of the originals. */
    Optional<String> recognised(TargetSet targets) {
        Optional<Leak.Strongest> read = Leak.strongest(scores, targets, Column.CLASSIFIER_ACCURACY);
        Optional<Estimate> originals =
                scores.estimate(Reference.ORIGINALS.subject(), targets, Column.CLASSIFIER_ACCURACY);
        return read.map(strongest -> strongest.written()
                + originals
                        .map(estimate -> ", of the originals " + Column.CLASSIFIER_ACCURACY.writeMean(estimate))
                        .orElse(""));
    }

    /** Whether the training of every seed collapsed. */
    public boolean isCollapsed() {
        return !group.completed().isEmpty()
                && CollapsedSeeds.of(group).size() == group.completed().size();
    }

    /** Whether the strongest attacker on those records came to its limit while it was still getting better. */
    public boolean isLimited(Leak leak, TargetSet targets) {
        return leak.strongest(scores, targets)
                .filter(strongest -> scores.values(strongest.attack(), targets, Metric.ATTACK_CONVERGED).stream()
                        .anyMatch(converged -> converged == 0))
                .isPresent();
    }

    /** What keeps figures from meaning what they seem to, a sentence each. */
    List<String> reservations(Optional<Leak> leak) {
        List<String> all = new ArrayList<>();
        if (group.failed() > 0) {
            all.add(group.failed() + " of " + group.trials().size() + " trials failed.");
        }
        collapsed().ifPresent(all::add);
        leak.ifPresent(after -> limits(after).forEach(all::add));
        return all;
    }

    private Optional<String> collapsed() {
        List<Long> seeds = CollapsedSeeds.of(group);
        if (seeds.isEmpty()) {
            return Optional.empty();
        }
        String which = seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(
                isCollapsed()
                        ? "The training of every seed collapsed, so this tells nothing of the arm."
                        : "The training of seed" + (seeds.size() == 1 ? " " : "s ") + which + " of "
                                + group.completed().size() + " collapsed; the figures are those of the others.");
    }

    /** Of the strongest attacks, and of the ceilings beside them. */
    private Stream<String> limits(Leak leak) {
        return leak.records().stream()
                .flatMap(targets -> leak
                        .strongest(scores, targets)
                        .map(strongest -> BoundMarks.of(scores, strongest.attack(), targets))
                        .stream()
                        .flatMap(List::stream))
                .distinct()
                .map(reason -> "This is not the most that leaks: " + reason + ".");
    }

    /** Megabytes or operations of training, or the like. */
    Optional<String> cost(Column column, String unit) {
        return TrainingFigures.estimate(trained, column).map(estimate -> column.writeMean(estimate) + " " + unit);
    }

    /** Bias-corrected distance correlation of inputs and smashed data; else the V-statistic. */
    Optional<String> distanceCorrelation(TargetSet targets) {
        return Stream.of(Column.BIAS_CORRECTED_DISTANCE_CORRELATION, Column.DISTANCE_CORRELATION)
                .flatMap(column -> scores.attacks().stream()
                        .flatMap(attack -> scores.estimate(attack, targets, column).stream())
                        .map(estimate -> column.heading() + " " + column.write(estimate)))
                .findFirst();
    }

    /** The most that a figure of the arm is, whether larger or smaller leaks more. */
    OptionalDouble most(Leak leak) {
        double[] means = leak.records().stream()
                .flatMap(targets -> leak.strongest(scores, targets).stream())
                .mapToDouble(strongest -> strongest.estimate().mean())
                .toArray();
        return leak.isLessMore()
                ? Arrays.stream(means).min()
                : Arrays.stream(means).max();
    }
}
