package peekbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import peekbench.data.catalogue.CacheFolder;
import peekbench.engine.EngineJob;
import peekbench.engine.QueuedTrial;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.journal.OrderInbox;
import peekbench.journal.RunJournal;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.Estimates;
import peekbench.problem.ConfigurationException;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;
import peekbench.result.provenance.Provenance;
import peekbench.scenario.Budget;
import peekbench.scenario.Scenario;
import peekbench.trial.TrialRecords;

/** Runs what is missing of one scenario or of several, from one queue and with one journal. */
final class PlannedRun {
    private final RunTitle title;
    private final List<RunPart> parts;
    private final Budget budget;
    private final LoadedData data;
    private final RunOptions options;
    private final RunListener listener;

    /**
     * What a run is called.
     *
     * @param folder of its journal: the result folder of its only scenario, or the folder of its result folders
     * @param name of the scenario, or of the suite's folder
     * @param command runs it again, to the same folder
     */
    record RunTitle(Path folder, String name, String command) {}

    /**
     * @param parts of which no two have the same result folder
     * @param budget of all together, in place of those of the scenarios unless it is unlimited
     */
    PlannedRun(
            RunTitle title,
            List<RunPart> parts,
            Budget budget,
            LoadedData data,
            RunOptions options,
            RunListener listener) {
        this.title = title;
        this.parts = List.copyOf(parts);
        this.budget = budget;
        this.data = data;
        this.options = options;
        this.listener = listener;
    }

    /**
     * The results, one a part.
     *
     * @throws ConfigurationException when another run gives a name to other settings meanwhile
     * @throws ResultStoreException when results cannot be written; those that are complete stay
     */
    List<RunResult> run() {
        try {
            return runAll();
        } finally {
            parts.forEach(RunPart::close);
        }
    }

    private List<RunResult> runAll() {
        Set<String> open = parts.stream()
                .flatMap(part -> part.missing().stream())
                .map(QueuedTrial::name)
                .collect(Collectors.toSet());
        List<Batch<QueuedTrial>> batches =
                Batch.of(parts.stream().map(RunPart::trials).toList(), budget, QueuedTrial::plan).stream()
                        .map(batch -> batch.only(trial -> open.contains(trial.name())))
                        .toList();
        List<QueuedTrial> missing =
                batches.stream().flatMap(batch -> batch.trials().stream()).toList();
        int workers = Math.min(options.threads(), missing.size());
        try (RunJournal journal =
                RunJournal.begin(title.folder(), EventJson.now(), name -> RunLines.run(name, title, workers))) {
            RunEvents events = new RunEvents(plans(), journal, listener);
            listener.event(journal.first());
            events.accept(RunLines.plan(parts));
            parts.forEach(part -> listener.planned(
                    part.plan(),
                    part.trials().size() - part.missing().size(),
                    part.scenario().folder()));
            List<RunResult> results;
            try {
                List<StoredTrial> run = run(batches, missing, journal, events);
                results = parts.stream().map(part -> part.result(run)).toList();
            } catch (ResultStoreException | ConfigurationException e) {
                events.accept(events.ended(RunEvent.Outcome.FAILED));
                throw e;
            }
            events.accept(RunLines.done(results));
            results.forEach(listener::done);
            return results;
        }
    }

    private Map<String, TrialPlan> plans() {
        return parts.stream()
                .flatMap(part -> part.trials().stream())
                .collect(Collectors.toMap(QueuedTrial::name, QueuedTrial::plan));
    }

    private List<StoredTrial> run(
            List<Batch<QueuedTrial>> batches, List<QueuedTrial> missing, RunJournal journal, RunEvents events) {
        if (missing.isEmpty()) {
            return List.of();
        }
        int workers = journal.first().workers();
        Map<Path, RunPart> byFolder =
                parts.stream().collect(Collectors.toMap(part -> part.scenario().folder(), Function.identity()));
        RunBudgets budgets = budgets(batches, events);
        try (RunSteering steering = new RunSteering(events, budgets::admits, () -> interrupted(journal, events))) {
            steering.obey(new OrderInbox(journal.files()));
            EngineJob job = new EngineJob(
                    options.existing(),
                    options.catalogue(),
                    new EngineJob.Sources(options.data(), options.mirror()),
                    data::of,
                    trial -> provenance(
                            trial.plan(),
                            Objects.requireNonNull(byFolder.get(trial.store().path()))
                                    .rerun(),
                            workers),
                    workers,
                    options.limits(),
                    journal.files().logs(),
                    steering,
                    event -> {
                        events.accept(event);
                        budgets.heard(event);
                    });
            return options.engine().run(missing, job);
        }
    }

    private RunBudgets budgets(List<Batch<QueuedTrial>> batches, RunEvents events) {
        boolean limited = batches.stream().anyMatch(batch -> !batch.budget().isUnlimited());
        List<StoredTrial> finished = limited
                ? FinishedNearby.of(parts.stream().map(RunPart::scenario).toList())
                : List.of();
        Set<String> open = batches.stream()
                .flatMap(batch -> batch.trials().stream())
                .map(QueuedTrial::name)
                .collect(Collectors.toSet());
        List<TrialPlan> complete = parts.stream()
                .flatMap(part -> part.trials().stream())
                .filter(trial -> limited && !open.contains(trial.name()))
                .map(QueuedTrial::plan)
                .toList();
        return new RunBudgets(batches, complete, new Estimates(finished, CacheFolder.path()), data, events);
    }

    /** The last line is written while the program ends; whatever else a run would still say is no longer heard. */
    private void interrupted(RunJournal journal, RunEvents events) {
        events.accept(events.ended(RunEvent.Outcome.INTERRUPTED));
        journal.close();
        listener.interrupted();
    }

    private Provenance provenance(TrialPlan trial, RerunCommand rerun, int workers) {
        TrialRecords.Commands commands = new TrialRecords.Commands(rerun.of(trial), rerun.ofRun());
        Scenario scenario = trial.scenario();
        return TrialRecords.provenance(
                trial, data.of(scenario), data.sha256(scenario), workers, commands, options.catalogue());
    }
}
