package peekbench.report.chart;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.CollapsedSeeds;
import peekbench.report.table.GroupScores;
import peekbench.report.table.TrainingFigures;
import peekbench.report.verdict.ArmFigures;
import peekbench.report.verdict.Leak;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * An arm in a panel: what the strongest attack got of it, against what it is worth. Seeds that collapsed are not in the mean.
 *
 * @param name that stands beside it
 * @param look of its group
 * @param leaked mean of the seeds that did not collapse
 * @param worth of the same
 * @param seeds each of these, where there are several
 * @param collapsed each that did
 * @param kind how far the point can be believed
 */
record ArmPoint(
        String name,
        SeriesLook look,
        Estimate leaked,
        Estimate worth,
        List<Point2D> seeds,
        List<Point2D> collapsed,
        Kind kind) {

    /** How far a point can be believed. */
    enum Kind {
        /** As it stands. */
        SOUND,
        /** The attacker came to its limit, so more may leak. */
        LIMITED,
        /** The training of every seed collapsed. */
        COLLAPSED
    }

    /** What is shown of every arm: a figure of the strongest attack, and what the network is worth. */
    record Axes(Leak leak, Column column, TargetSet records, Column worth) {}

    /** The point of a group; empty where it has not both figures. */
    static Optional<ArmPoint> of(SeedGroup group, List<SeedGroup> all, Axes axes) {
        ArmFigures arm = ArmFigures.of(group);
        Optional<Estimate> worth = TrainingFigures.estimate(arm.trained(), axes.worth());
        return Leak.strongest(arm.scores(), axes.records(), axes.column())
                .filter(strongest -> worth.isPresent())
                .map(strongest -> new ArmPoint(
                        Heading.legend(group, all),
                        SeriesLook.of(group, all),
                        strongest.estimate(),
                        worth.get(),
                        seeds(arm.trained(), strongest.attack(), axes, false),
                        seeds(group, strongest.attack(), axes, true),
                        kind(arm, axes)));
    }

    private static Kind kind(ArmFigures arm, Axes axes) {
        if (arm.isCollapsed()) {
            return Kind.COLLAPSED;
        }
        return arm.isLimited(axes.leak(), axes.records()) ? Kind.LIMITED : Kind.SOUND;
    }

    private static List<Point2D> seeds(SeedGroup group, Subject attack, Axes axes, boolean collapsed) {
        Map<Long, Double> leaked = GroupScores.of(group).bySeed(attack, axes.records(), axes.column());
        List<Point2D> points = new ArrayList<>();
        for (StoredTrial trial : group.completed()) {
            OptionalDouble worth = TrainingFigures.of(trial, axes.worth());
            Optional<Double> leak = Optional.ofNullable(leaked.get(trial.key().seed()));
            if (CollapsedSeeds.isCollapsed(trial) == collapsed && worth.isPresent() && leak.isPresent()) {
                points.add(new Point2D.Double(leak.get(), worth.getAsDouble()));
            }
        }
        return points.size() < 2 && !collapsed ? List.of() : List.copyOf(points);
    }

    /** Whether another arm leaks no more and is worth no less, and better in one of both; collapsed arms are out of it. */
    boolean isBeatenBy(ArmPoint other, boolean lessWorthIsBetter) {
        if (other.kind == Kind.COLLAPSED) {
            return false;
        }
        double leak = leaked.mean() - other.leaked.mean();
        double gain = (other.worth.mean() - worth.mean()) * (lessWorthIsBetter ? -1 : 1);
        return leak >= 0 && gain >= 0 && (leak > 0 || gain > 0);
    }
}
