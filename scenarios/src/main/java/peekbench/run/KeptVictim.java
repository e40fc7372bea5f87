package peekbench.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.problem.ConfigurationException;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.VictimNote;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingRecord;
import peekbench.trial.RestoredVictim;
import peekbench.victim.ContentKey;
import peekbench.victim.VictimStore;

/**
 * What a stored trial trained, at work again.
 *
 * @param scenario reduced to the trial
 * @param data of the scenario
 * @param network as it was when its training had ended
 */
record KeptVictim(Scenario scenario, ScenarioData data, TrainedNetwork network) {

    /** @throws ConfigurationException when the trial's victim is not kept */
    static KeptVictim of(StoredTrial trial, RunOptions options, RunListener listener) {
        Path results = Objects.requireNonNull(
                trial.folder().toAbsolutePath().normalize().getParent(), "a trial is in a folder");
        ResultStore.open(results);
        TrainingRecord record = record(trial, results);
        Scenario scenario = options.reader()
                .parse(
                        "the trial's settings",
                        trial.info().provenance().scenario().point().toString())
                .scenario();
        TrialPlan plan = Plan.of(scenario).trials().get(0);
        ScenarioData data = scenario.data().load(options.datasets(), listener);
        return new KeptVictim(scenario, data, RestoredVictim.of(plan, data, record));
    }

    private static TrainingRecord record(StoredTrial trial, Path results) {
        Optional<VictimNote> note = trial.victim();
        String again = " Run it again with store: {victims: true} and --replace; it was run by: "
                + trial.info().provenance().command();
        ContentKey key = note.flatMap(VictimNote::key)
                .map(ContentKey::new)
                .orElseThrow(() -> new ConfigurationException(
                        "The victim of trial " + trial.key().id() + " is not kept"
                                + note.flatMap(VictimNote::reason)
                                        .map(reason -> ": " + reason)
                                        .orElse(".")
                                + again));
        return new VictimStore(results)
                .kept(key)
                .orElseThrow(() -> new ConfigurationException(
                        "The victim of trial " + trial.key().id() + " is no longer in "
                                + results.resolve(".victims").resolve(key.hash()) + ", or is damaged." + again));
    }
}
