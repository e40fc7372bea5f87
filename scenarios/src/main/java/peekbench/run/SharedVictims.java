package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.trial.VictimKey;

/** Victims that are there, or will be when a trial begins: they are trained once. For one thread. */
final class SharedVictims {
    private final Set<JsonNode> trained = new HashSet<>();

    /** @param complete trials whose victims are there */
    SharedVictims(List<TrialPlan> complete) {
        complete.stream().filter(SharedVictims::keeps).map(VictimKey::settings).forEach(trained::add);
    }

    private static boolean keeps(TrialPlan trial) {
        return trial.scenario().store().victims();
    }

    /**
     * What a trial takes after all those that were asked about.
     *
     * @param alone what it takes when it trains
     */
    TrialEstimate of(TrialPlan trial, TrialEstimate alone) {
        return keeps(trial) && !trained.add(VictimKey.settings(trial)) ? alone.withoutVictim() : alone;
    }
}
