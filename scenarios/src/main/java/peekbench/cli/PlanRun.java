package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.run.OpenTrials;
import peekbench.run.RerunCommand;
import peekbench.run.TrialQueue;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioFormat;
import peekbench.trial.TrialProgress;
import peekbench.trial.TrialRecords;
import peekbench.trial.TrialRunner;

/** Runs those trials of a plan that a result folder lacks. */
final class PlanRun {
    private final Console console;
    private final Output output;
    private final ScenarioData data;
    private final RerunCommand rerun;

    PlanRun(Console console, Output output, ScenarioData data, RerunCommand rerun) {
        this.console = console;
        this.output = output;
        this.data = data;
        this.rerun = rerun;
    }

    /** All trials of the plan, in its order: those that were there and those that were run. */
    List<StoredTrial> all(Plan plan, int workers) {
        ResultStore store = ResultStore.open(rerun.folder());
        List<TrialPlan> missing = plan.trials().stream()
                .filter(trial -> !store.contains(TrialRecords.key(trial), ScenarioFormat.tree(trial.point())))
                .toList();
        announce(plan, missing);
        Map<String, StoredTrial> stored = new HashMap<>();
        if (!missing.isEmpty()) {
            run(store, missing, Math.min(workers, missing.size()))
                    .forEach(trial -> stored.put(trial.key().id(), trial));
        }
        return plan.trials().stream()
                .map(trial ->
                        stored.computeIfAbsent(trial.id(), id -> store.find(id).orElseThrow()))
                .toList();
    }

    private void announce(Plan plan, List<TrialPlan> missing) {
        announce(plan.leftOut());
        int complete = plan.trials().size() - missing.size();
        if (complete > 0 && !output.json()) {
            console.remark(complete + " of " + plan.trials().size() + " trials are complete in " + rerun.folder()
                    + " and are not run again.");
        }
    }

    private void announce(List<LeftOut> pairs) {
        if (!output.json()) {
            LeftOut.messages(pairs).forEach(console::remark);
            return;
        }
        for (LeftOut pair : pairs) {
            console.json(JsonNodeFactory.instance
                    .objectNode()
                    .put("event", "left-out")
                    .put("protocol", pair.protocol().label())
                    .put(pair.kind(), pair.label())
                    .put("reason", pair.reason()));
        }
    }

    private List<StoredTrial> run(ResultStore store, List<TrialPlan> plans, int threads) {
        String hash = data.dataset().sha256();
        Function<TrialPlan, TrialWriter> begin = plan -> store.begin(
                TrialRecords.key(plan),
                TrialRecords.provenance(
                        plan, data, hash, threads, new TrialRecords.Commands(rerun.of(plan), rerun.ofRun())));
        if (output.json() || !console.interactive()) {
            TrialProgress progress = output.json() ? new JsonProgress(console) : new LoggedProgress();
            return run(plans, threads, begin, progress);
        }
        try (ProgressBars bars = new ProgressBars(console)) {
            return run(plans, threads, begin, bars);
        }
    }

    private List<StoredTrial> run(
            List<TrialPlan> plans, int threads, Function<TrialPlan, TrialWriter> begin, TrialProgress progress) {
        try (OpenTrials open = new OpenTrials(() ->
                console.remark("\nInterrupted. Complete trials are kept; the same command goes on with the rest."))) {
            return new TrialQueue(new TrialRunner(data, progress), begin, open).run(plans, threads);
        }
    }
}
