package peekbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.engine.EngineJob;
import peekbench.event.EventJson;
import peekbench.journal.OrderInbox;
import peekbench.journal.RunJournal;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.report.Report;
import peekbench.result.Existing;
import peekbench.result.PlacedTrial;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWork;
import peekbench.result.WantedTrial;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.Provenance;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;
import peekbench.trial.TrialRecords;

/** Runs those trials of a scenario that a result folder lacks, and reports on all. */
public final class ScenarioRun {
    private final Plan plan;
    private final LoadedData data;
    private final RerunCommand rerun;
    private final RunOptions options;
    private final RunListener listener;
    private final ResultStore store;
    private final List<PlacedTrial> placed;

    private ScenarioRun(Plan plan, LoadedData data, RerunCommand rerun, RunOptions options, RunListener listener) {
        this.data = data;
        this.rerun = rerun;
        this.options = options;
        this.listener = listener;
        this.store = ResultStore.open(rerun.folder());
        this.placed = store.place(plan.trials().stream()
                .map(trial -> new WantedTrial(
                        TrialRecords.key(trial), TrialWork.of(ScenarioFormat.tree(trial.point()), trial.seed())))
                .toList());
        List<TrialPlan> trials = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            trials.add(plan.trials().get(i).inGroup(placed.get(i).key().group()));
        }
        this.plan = new Plan(trials, plan.leftOut());
    }

    /**
     * Runs a scenario file.
     *
     * @throws peekbench.problem.ConfigurationException with every mistake of the scenario, before anything is written; or when
     *     the folder is another program's
     * @throws peekbench.result.file.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult of(ScenarioSource source, RunOptions options, RunListener listener) {
        ScenarioFile read = options.reader().read(source);
        Plan plan = Plan.of(read);
        LoadedData data = checked(read, options, listener);
        Path folder = folder(read.scenario(), source.quick() ? "-quick" : "", options);
        return new ScenarioRun(plan, data, rerun(source, read.hasAxes(), folder, options), options, listener).run();
    }

    /**
     * Runs a scenario that a program made, and writes it to {@code scenario.yaml} in the result folder, which the command lines
     * that trials are stored with name.
     *
     * @throws peekbench.problem.ConfigurationException when the scenario does not fit its data, before anything is written; or
     *     when the folder is another program's
     * @throws peekbench.result.file.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult of(Scenario scenario, RunOptions options, RunListener listener) {
        String yaml = ScenarioFormat.yaml(scenario);
        Plan plan = Plan.of(scenario);
        LoadedData data = checked(options.reader().parse("scenario " + scenario.name(), yaml), options, listener);
        Path folder = folder(scenario, "", options);
        ScenarioSource written = ScenarioSource.of(folder.resolve("scenario.yaml"));
        ScenarioRun run = new ScenarioRun(plan, data, rerun(written, false, folder, options), options, listener);
        AtomicFile.write(written.file(), file -> Files.writeString(file, yaml));
        return run.run();
    }

    static LoadedData checked(ScenarioFile read, RunOptions options, RunListener listener) {
        LoadedData data = new LoadedData(plan -> plan.load(options.datasets(), listener));
        read.checkAgainst(data::of);
        return data;
    }

    private static RerunCommand rerun(ScenarioSource source, boolean axes, Path folder, RunOptions options) {
        return new RerunCommand(source, axes, folder, options.catalogue().folders());
    }

    static Path folder(Scenario scenario, String suffix, RunOptions options) {
        return options.folder().orElseGet(() -> Path.of("results", scenario.name() + suffix));
    }

    private RunResult run() {
        List<TrialPlan> missing = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            if (options.existing() == Existing.REPLACE || !placed.get(i).complete()) {
                missing.add(plan.trials().get(i));
            }
        }
        int workers = Math.min(options.threads(), missing.size());
        try (RunJournal journal =
                RunJournal.begin(rerun.folder(), EventJson.now(), name -> RunLines.run(name, plan, rerun, workers))) {
            RunEvents events = new RunEvents(plan, journal, listener);
            listener.event(journal.first());
            events.accept(RunLines.plan(plan, missing));
            listener.planned(plan, plan.trials().size() - missing.size(), rerun.folder());
            RunResult result = result(run(missing, journal, events));
            events.accept(RunLines.done(result));
            listener.done(result);
            return result;
        }
    }

    /** @param run those of this run; the others are those that were there */
    private RunResult result(List<StoredTrial> run) {
        Map<String, StoredTrial> stored = new HashMap<>();
        run.forEach(trial -> stored.put(trial.key().id(), trial));
        List<StoredTrial> all = new ArrayList<>();
        List<String> remaining = new ArrayList<>();
        for (TrialPlan trial : plan.trials()) {
            Optional.ofNullable(stored.get(trial.id()))
                    .or(() -> store.find(trial.id()))
                    .ifPresentOrElse(all::add, () -> remaining.add(trial.id()));
        }
        return new RunResult(rerun.folder(), all, report(all), remaining);
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
                && Files.exists(rerun.folder().resolve(Report.PAGE))) {
            return List.of();
        }
        return Report.write(rerun.folder(), shown, LeftOut.messages(plan.leftOut()));
    }

    private List<StoredTrial> run(List<TrialPlan> missing, RunJournal journal, RunEvents events) {
        if (missing.isEmpty()) {
            return List.of();
        }
        int workers = journal.first().workers();
        try (RunSteering steering = new RunSteering(events, () -> interrupted(journal, events))) {
            steering.obey(new OrderInbox(journal.files()));
            EngineJob job = new EngineJob(
                    store,
                    options.existing(),
                    options.catalogue(),
                    new EngineJob.Sources(options.data(), options.mirror()),
                    data::of,
                    trial -> provenance(trial, workers),
                    workers,
                    options.limits(),
                    journal.files().logs(),
                    steering,
                    events);
            return options.engine().run(missing, job);
        }
    }

    /** The last line is written while the program ends; whatever else a run would still say is no longer heard. */
    private void interrupted(RunJournal journal, RunEvents events) {
        events.accept(events.interrupted());
        journal.close();
        listener.interrupted();
    }

    private Provenance provenance(TrialPlan trial, int workers) {
        TrialRecords.Commands commands = new TrialRecords.Commands(rerun.of(trial), rerun.ofRun());
        Scenario scenario = trial.scenario();
        return TrialRecords.provenance(
                trial, data.of(scenario), data.sha256(scenario), workers, commands, options.catalogue());
    }
}
