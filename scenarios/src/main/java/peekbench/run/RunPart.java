package peekbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.engine.QueuedTrial;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.report.Report;
import peekbench.result.Existing;
import peekbench.result.PlaceClaim;
import peekbench.result.PlacedTrial;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;

/** A scenario of a run, and what its result folder holds of it. */
final class RunPart implements AutoCloseable {
    private final CheckedScenario scenario;
    private final ResultStore store;
    private final PlaceClaim claim;
    private final RerunCommand rerun;
    private final Plan plan;
    private final List<QueuedTrial> trials;
    private final List<QueuedTrial> missing;

    /**
     * Opens the result folder, making it if need be, and looks at what is there. The names of its seed groups are this run's until
     * it is closed.
     *
     * @param run the folder of the run, which is the result folder or holds it
     * @throws peekbench.problem.ConfigurationException when the result folder is another program's
     */
    RunPart(CheckedScenario scenario, Path run, RunOptions options) {
        this.scenario = scenario;
        this.store = ResultStore.open(scenario.folder());
        this.rerun = new RerunCommand(scenario.source(), scenario.axes(), scenario.folder(), options);
        this.claim = store.claim(scenario.wanted());
        List<PlacedTrial> placed = claim.placed();
        List<QueuedTrial> all = new ArrayList<>();
        List<QueuedTrial> open = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            TrialPlan trial =
                    scenario.plan().trials().get(i).inGroup(placed.get(i).key().group());
            QueuedTrial queued = new QueuedTrial(name(run, scenario.folder(), trial.id()), trial, store);
            all.add(queued);
            if (options.existing() == Existing.REPLACE || !placed.get(i).complete()) {
                open.add(queued);
            }
        }
        this.trials = List.copyOf(all);
        this.missing = List.copyOf(open);
        this.plan = new Plan(
                all.stream().map(QueuedTrial::plan).toList(), scenario.plan().leftOut());
    }

    /** What a run calls a trial. */
    static String name(Path run, Path results, String id) {
        return run.equals(results) ? id : results.getFileName() + "/" + id;
    }

    CheckedScenario scenario() {
        return scenario;
    }

    /** The trials under the names that they have in the result folder. */
    Plan plan() {
        return plan;
    }

    /** All, in the order of the plan. */
    List<QueuedTrial> trials() {
        return trials;
    }

    /** Those to be run. */
    List<QueuedTrial> missing() {
        return missing;
    }

    RerunCommand rerun() {
        return rerun;
    }

    /** Lets other runs have the names of its seed groups. */
    @Override
    public void close() {
        claim.close();
    }

    /** @param run what was stored by the run, of this scenario and others; other trials are those that were there */
    RunResult result(List<StoredTrial> run) {
        Map<String, StoredTrial> stored = new HashMap<>();
        run.stream()
                .filter(trial -> trial.folder().startsWith(store.path()))
                .forEach(trial -> stored.put(trial.key().id(), trial));
        List<StoredTrial> all = new ArrayList<>();
        List<String> remaining = new ArrayList<>();
        for (QueuedTrial trial : trials) {
            String id = trial.plan().id();
            Optional.ofNullable(stored.get(id))
                    .or(() -> store.find(id))
                    .ifPresentOrElse(all::add, () -> remaining.add(id));
        }
        return new RunResult(scenario.folder(), all, report(all), remaining);
    }

    /** On what is in the folder, where a failed attempt to replace a complete trial is no part; failures alone replace no report. */
    private List<Path> report(List<StoredTrial> all) {
        List<StoredTrial> shown = all.stream()
                .map(trial ->
                        trial.completed() ? trial : store.find(trial.key().id()).orElse(trial))
                .toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        if (shown.stream().noneMatch(StoredTrial::completed)
                && Files.exists(scenario.folder().resolve(Report.PAGE))) {
            return List.of();
        }
        return Report.write(scenario.folder(), shown, LeftOut.messages(plan.leftOut()));
    }
}
