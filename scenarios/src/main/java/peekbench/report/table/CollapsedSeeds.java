package peekbench.report.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;

/** Seeds whose network tells nothing: they stay in the means, and every row of their group says so. */
public final class CollapsedSeeds {
    private CollapsedSeeds() {}

    /** Whether the trial's network was found to tell nothing. */
    public static boolean isCollapsed(StoredTrial trial) {
        return trial.scores().stream()
                .anyMatch(score -> score.metric().label().equals(Metric.COLLAPSED.label()) && score.value() > 0);
    }

    /** The group without such seeds; as it is where no other completed. */
    public static SeedGroup without(SeedGroup group) {
        List<StoredTrial> others = group.trials().stream()
                .filter(trial -> !trial.completed() || !isCollapsed(trial))
                .toList();
        return others.stream().anyMatch(StoredTrial::completed) ? new SeedGroup(group.key(), others) : group;
    }

    /** Seeds of the group whose network tells nothing. */
    public static List<Long> of(SeedGroup group) {
        return group.completed().stream()
                .filter(CollapsedSeeds::isCollapsed)
                .map(trial -> trial.key().seed())
                .toList();
    }

    /** Behind the group's name in a legend; empty where none collapsed. */
    public static String inLegend(SeedGroup group) {
        int collapsed = of(group).size();
        int all = group.completed().size();
        if (collapsed == 0) {
            return "";
        }
        return collapsed == all ? " (collapsed)" : " (" + collapsed + " of " + all + " collapsed)";
    }

    /** What to say of a group's, as the end of a sentence; empty where none collapsed. */
    static List<String> marks(SeedGroup group) {
        List<StoredTrial> completed = group.completed();
        List<StoredTrial> collapsed =
                completed.stream().filter(CollapsedSeeds::isCollapsed).toList();
        if (collapsed.isEmpty()) {
            return List.of();
        }
        List<StoredTrial> others =
                completed.stream().filter(trial -> !isCollapsed(trial)).toList();
        if (others.isEmpty()) {
            return List.of("the training of every seed collapsed, so that there is no network to attack");
        }
        String which = collapsed.stream()
                .map(trial -> Long.toString(trial.key().seed()))
                .collect(Collectors.joining(", "));
        String share = String.format(
                Locale.ROOT,
                "the training of %d of %d seeds collapsed (%s), so that a mean over all is no network's",
                collapsed.size(),
                completed.size(),
                which);
        return List.of(
                share + utility(others).map(text -> "; without these " + text).orElse(""));
    }

    private static Optional<String> utility(List<StoredTrial> trials) {
        return TrainingFigures.UTILITIES.stream()
                .flatMap(column -> figure(trials, column).stream())
                .findFirst();
    }

    private static Optional<String> figure(List<StoredTrial> trials, Column column) {
        double[] values = trials.stream()
                .flatMapToDouble(trial -> TrainingFigures.of(trial, column).stream())
                .toArray();
        return Estimate.of(values, Optional.empty(), column.metric().bounds())
                .map(estimate -> column.heading() + " is " + column.write(estimate));
    }
}
