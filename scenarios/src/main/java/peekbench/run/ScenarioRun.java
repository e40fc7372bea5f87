package peekbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peekbench.catalogue.Catalogue;
import peekbench.metric.MetricProvider;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.report.Report;
import peekbench.result.AtomicFile;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;
import peekbench.trial.TrialRecords;
import peekbench.trial.TrialReporter;
import peekbench.trial.TrialRunner;

/** Runs those trials of a scenario that a result folder lacks, and reports on all. */
public final class ScenarioRun {
    private final Plan plan;
    private final ScenarioData data;
    private final RerunCommand rerun;
    private final Catalogue catalogue;
    private final RunListener listener;
    private final RunEvents events;
    private final ResultStore store;

    private ScenarioRun(Plan plan, ScenarioData data, RerunCommand rerun, Catalogue catalogue, RunListener listener) {
        this.plan = plan;
        this.data = data;
        this.rerun = rerun;
        this.catalogue = catalogue;
        this.listener = listener;
        this.events = new RunEvents(plan, listener);
        this.store = ResultStore.open(rerun.folder());
    }

    /**
     * Runs a scenario file.
     *
     * @throws peekbench.problem.ConfigurationException with every mistake of the scenario, before anything is written; or when
     *     the folder is another program's
     * @throws peekbench.result.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult of(ScenarioSource source, RunOptions options, RunListener listener) {
        ScenarioFile read = options.reader().read(source);
        Plan plan = Plan.of(read.scenario());
        ScenarioData data = checked(read, options, listener);
        Path folder = folder(read.scenario(), source.quick() ? "-quick" : "", options);
        return new ScenarioRun(plan, data, rerun(source, folder, options), options.catalogue(), listener)
                .run(options.threads());
    }

    /**
     * Runs a scenario that a program made, and writes it to {@code scenario.yaml} in the result folder, which the command lines
     * that trials are stored with name.
     *
     * @throws peekbench.problem.ConfigurationException when the scenario does not fit its data, before anything is written; or
     *     when the folder is another program's
     * @throws peekbench.result.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult of(Scenario scenario, RunOptions options, RunListener listener) {
        String yaml = ScenarioFormat.yaml(scenario);
        Plan plan = Plan.of(scenario);
        ScenarioData data = checked(options.reader().parse("scenario " + scenario.name(), yaml), options, listener);
        Path folder = folder(scenario, "", options);
        ScenarioSource written = ScenarioSource.of(folder.resolve("scenario.yaml"));
        ScenarioRun run = new ScenarioRun(plan, data, rerun(written, folder, options), options.catalogue(), listener);
        AtomicFile.write(written.file(), file -> Files.writeString(file, yaml));
        return run.run(options.threads());
    }

    private static ScenarioData checked(ScenarioFile read, RunOptions options, RunListener listener) {
        ScenarioData data = read.scenario().data().load(options.datasets(), listener);
        read.checkAgainst(data);
        return data;
    }

    private static RerunCommand rerun(ScenarioSource source, Path folder, RunOptions options) {
        return new RerunCommand(source, folder, options.catalogue().folders());
    }

    private static Path folder(Scenario scenario, String suffix, RunOptions options) {
        return options.folder().orElseGet(() -> Path.of("results", scenario.name() + suffix));
    }

    private RunResult run(int threads) {
        List<TrialPlan> missing = plan.trials().stream()
                .filter(trial -> !store.contains(TrialRecords.key(trial), ScenarioFormat.tree(trial.point())))
                .toList();
        int workers = Math.min(threads, missing.size());
        events.accept(RunLines.run(plan, rerun, workers));
        events.accept(RunLines.plan(plan, missing));
        listener.planned(plan, plan.trials().size() - missing.size(), rerun.folder());
        Map<String, StoredTrial> stored = new HashMap<>();
        if (!missing.isEmpty()) {
            run(missing, workers).forEach(trial -> stored.put(trial.key().id(), trial));
        }
        List<StoredTrial> all = plan.trials().stream()
                .map(trial ->
                        stored.computeIfAbsent(trial.id(), id -> store.find(id).orElseThrow()))
                .toList();
        List<Path> files = Report.write(rerun.folder(), all, LeftOut.messages(plan.leftOut()));
        RunResult result = new RunResult(rerun.folder(), all, files);
        events.accept(RunLines.done(result));
        listener.done(result);
        return result;
    }

    private List<StoredTrial> run(List<TrialPlan> missing, int threads) {
        String hash = data.dataset().sha256();
        TrialReporter reporter = new TrialReporter(ProcessHandle.current().pid(), 1, events);
        try (OpenTrials open = new OpenTrials(listener::interrupted)) {
            return new TrialQueue(
                            new TrialRunner(
                                    data, catalogue.of(MetricProvider.KIND).providers(), reporter, rerun.folder()),
                            trial -> begin(trial, hash, threads),
                            open,
                            events)
                    .run(missing, threads);
        }
    }

    private TrialWriter begin(TrialPlan trial, String hash, int threads) {
        TrialRecords.Commands commands = new TrialRecords.Commands(rerun.of(trial), rerun.ofRun());
        return store.begin(
                TrialRecords.key(trial), TrialRecords.provenance(trial, data, hash, threads, commands, catalogue));
    }
}
