package peekbench.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.Variant;

/**
 * The trials of a scenario.
 *
 * @param trials in the order of the axes' values, protocols, cuts, arms and seeds
 * @param leftOut the protocols with arms or attacks of the scenario that cannot be together, so that nothing is missing
 *     unsaid
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Plan(List<TrialPlan> trials, List<LeftOut> leftOut) {
    /** @throws peekbench.problem.ConfigurationException when two trials would have the same folder */
    public Plan {
        trials = List.copyOf(trials);
        leftOut = List.copyOf(leftOut);
        Problems problems = new Problems();
        Map<String, TrialPlan> byId = new HashMap<>();
        for (TrialPlan trial : trials) {
            TrialPlan other = byId.putIfAbsent(trial.id(), trial);
            if (other != null) {
                problems.add(
                        "",
                        "Two trials would be stored as (" + trial.id() + "): " + other.protocol() + " with "
                                + other.defenses() + ", and " + trial.protocol() + " with " + trial.defenses()
                                + ". Put them into two scenarios.");
            }
        }
        problems.throwIfAny();
    }

    /**
     * Every protocol at every cut with every arm and every seed, but for arms that a protocol does not take, or that hold
     * defenses where it is listed as undefended.
     */
    public static Plan of(Scenario scenario) {
        return of(List.of(Variant.of(scenario)), List.of());
    }

    /** The trials of all scenarios that the axes of a file give; those that several of them have are there once. */
    public static Plan of(ScenarioFile file) {
        return of(
                file.variants(),
                file.excluded().stream()
                        .<LeftOut>map(excluded -> new LeftOut.Combination(excluded.values(), excluded.reason()))
                        .toList());
    }

    private static Plan of(List<Variant> variants, List<LeftOut> excluded) {
        Grid grid = new Grid();
        excluded.forEach(grid::leaveOut);
        variants.forEach(grid::add);
        return new Plan(variants.size() == 1 ? grid.trials() : distinct(grid.trials()), grid.leftOut());
    }

    /** The first of those that are the same work. */
    private static List<TrialPlan> distinct(List<TrialPlan> trials) {
        Map<Scenario, TrialPlan> first = new LinkedHashMap<>();
        trials.forEach(trial -> first.putIfAbsent(trial.point(), trial));
        return List.copyOf(first.values());
    }
}
