package peekbench.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.scenario.Defending;
import peekbench.scenario.Mounting;
import peekbench.scenario.Scenario;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/**
 * The trials of a scenario.
 *
 * @param trials in the order of protocols, cuts, arms and seeds
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
        List<TrialPlan> trials = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (ProtocolOptions protocol : scenario.allProtocols()) {
            List<List<DefenseOptions>> arms = new ArrayList<>();
            List<List<DefenseOptions>> listed =
                    scenario.protocols().contains(protocol) ? scenario.defenses() : List.of(List.of());
            for (List<DefenseOptions> arm : listed) {
                Defending.reasonAgainst(arm, protocol)
                        .ifPresentOrElse(
                                reason -> leftOut.add(new LeftOut.Arm(protocol, arm, reason)), () -> arms.add(arm));
            }
            for (AttackOptions attack : scenario.attacks()) {
                Mounting.reasonAgainst(attack, protocol)
                        .map(reason ->
                                new LeftOut.Unmounted(protocol, attack.create().name(), reason))
                        .filter(unmounted -> !leftOut.contains(unmounted))
                        .ifPresent(leftOut::add);
            }
            for (String cut : scenario.cuts()) {
                for (List<DefenseOptions> arm : arms) {
                    for (long seed : scenario.seeds()) {
                        trials.add(new TrialPlan(scenario, protocol, cut, arm, seed));
                    }
                }
            }
        }
        return new Plan(trials, leftOut);
    }
}
