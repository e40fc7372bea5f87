package peekbench.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import peekbench.scenario.Defending;
import peekbench.scenario.Mounting;
import peekbench.scenario.Scenario;
import peekbench.scenario.Variant;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** Collects the trials of variants, in the order of protocols, cuts, arms and seeds. */
final class Grid {
    private final List<TrialPlan> trials = new ArrayList<>();
    private final Set<LeftOut> leftOut = new LinkedHashSet<>();

    List<TrialPlan> trials() {
        return trials;
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    void leaveOut(LeftOut one) {
        leftOut.add(one);
    }

    void add(Variant variant) {
        Scenario scenario = variant.scenario();
        for (ProtocolOptions protocol : scenario.allProtocols()) {
            List<List<DefenseOptions>> arms = arms(scenario, protocol);
            for (AttackOptions attack : scenario.attacks()) {
                Mounting.reasonAgainst(attack, protocol)
                        .map(reason ->
                                new LeftOut.Unmounted(protocol, attack.create().name(), reason))
                        .ifPresent(leftOut::add);
            }
            for (String cut : scenario.cuts()) {
                for (List<DefenseOptions> arm : arms) {
                    AxisScope scope = new AxisScope(scenario, protocol, cut, arm);
                    for (long seed : scenario.seeds()) {
                        trials.add(new TrialPlan(scenario, protocol, cut, arm, seed, scope.relevant(variant.values())));
                    }
                }
            }
        }
    }

    private List<List<DefenseOptions>> arms(Scenario scenario, ProtocolOptions protocol) {
        List<List<DefenseOptions>> arms = new ArrayList<>();
        List<List<DefenseOptions>> listed =
                scenario.protocols().contains(protocol) ? scenario.defenses() : List.of(List.of());
        for (List<DefenseOptions> arm : listed) {
            Defending.reasonAgainst(arm, protocol)
                    .ifPresentOrElse(
                            reason -> leftOut.add(new LeftOut.Arm(protocol, arm, reason)), () -> arms.add(arm));
        }
        return arms;
    }
}
