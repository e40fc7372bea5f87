package peekbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.data.catalogue.CacheFolder;
import peekbench.plan.LeftOut;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.Estimates;
import peekbench.plan.estimate.Span;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.problem.ConfigurationException;
import peekbench.result.PlacedTrial;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.WantedTrial;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.ScenarioSource;

/**
 * What a run would do, and what it would take. Nothing is written to the result folder.
 *
 * @param folder where results would go; of a suite, the folder of its result folders
 * @param trials in their order
 * @param leftOut what of the scenario cannot be together, or is excluded
 * @param threads trials that would run side by side
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunPreview(Path folder, List<Previewed> trials, List<LeftOut> leftOut, int threads) {
    private static final Logger LOG = LoggerFactory.getLogger(RunPreview.class);
    private static final int MOST_FOLDERS = 50;

    /**
     * A trial of the plan.
     *
     * @param id its folder, as seen from the run's
     * @param estimate what it will take; empty when it is complete
     */
    public record Previewed(String id, Optional<TrialEstimate> estimate) {
        public boolean complete() {
            return estimate.isEmpty();
        }
    }

    public RunPreview {
        trials = List.copyOf(trials);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a scenario and its data, and looks at what is there of it.
     *
     * @throws ConfigurationException with every mistake of the scenario
     */
    public static RunPreview of(ScenarioSource source, RunOptions options, RunListener listener) {
        LoadedData data = LoadedData.of(options, listener);
        CheckedScenario scenario = CheckedScenario.of(source, options, data, name -> ScenarioRun.folder(name, options));
        return of(scenario.folder(), List.of(scenario), options, data);
    }

    /**
     * The same of all scenarios of a folder, as one plan.
     *
     * @param pattern the folder, and what is replaced in each scenario
     * @throws ConfigurationException with every mistake of all files
     */
    public static RunPreview ofSuite(ScenarioSource pattern, RunOptions options, RunListener listener) {
        LoadedData data = LoadedData.of(options, listener);
        return of(SuiteFiles.folder(options), SuiteFiles.read(pattern, options, data), options, data);
    }

    private static RunPreview of(Path run, List<CheckedScenario> scenarios, RunOptions options, LoadedData data) {
        Estimates estimates = new Estimates(finished(scenarios), CacheFolder.path());
        List<Previewed> trials = new ArrayList<>();
        for (CheckedScenario scenario : scenarios) {
            List<PlacedTrial> placed = placed(scenario);
            for (int i = 0; i < placed.size(); i++) {
                TrialPlan trial = scenario.plan().trials().get(i);
                trials.add(new Previewed(
                        RunPart.name(run, scenario.folder(), placed.get(i).key().id()),
                        placed.get(i).complete()
                                ? Optional.empty()
                                : Optional.of(estimates.of(trial, data.of(trial.scenario())))));
            }
        }
        List<LeftOut> leftOut = scenarios.stream()
                .flatMap(scenario -> scenario.plan().leftOut().stream())
                .distinct()
                .toList();
        return new RunPreview(run, trials, leftOut, options.threads());
    }

    /** Trials that are not complete. */
    public List<TrialEstimate> missing() {
        return trials.stream().flatMap(trial -> trial.estimate().stream()).toList();
    }

    /** On the clock, for all trials that are not complete; never less than the longest of them. */
    public Span seconds() {
        Span all = missing().stream().map(TrialEstimate::seconds).reduce(Span.NOTHING, Span::plus);
        int workers = Math.max(1, Math.min(threads, missing().size()));
        double longest = missing().stream()
                .mapToDouble(estimate -> estimate.seconds().expected())
                .max()
                .orElse(0);
        Span shared = all.times(1.0 / workers);
        double expected = Math.max(shared.expected(), longest);
        return new Span(Math.min(shared.low(), expected), expected, Math.max(shared.high(), expected));
    }

    public long diskBytes() {
        return missing().stream().mapToLong(TrialEstimate::diskBytes).sum();
    }

    private static List<PlacedTrial> placed(CheckedScenario scenario) {
        List<WantedTrial> wanted = scenario.wanted();
        return Files.isDirectory(scenario.folder())
                ? ResultStore.openExisting(scenario.folder()).place(wanted)
                : wanted.stream()
                        .map(trial -> new PlacedTrial(trial.key(), false))
                        .toList();
    }

    /** Of the result folders and those beside them; a folder that cannot be read tells nothing. */
    private static List<StoredTrial> finished(List<CheckedScenario> scenarios) {
        return scenarios.stream()
                .map(CheckedScenario::folder)
                .map(folder ->
                        Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder))
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(parent -> beside(parent).stream())
                .flatMap(one -> readable(one).stream())
                .toList();
    }

    private static List<Path> beside(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .limit(MOST_FOLDERS)
                    .toList();
        } catch (IOException e) {
            LOG.debug("{} is no help to an estimate", parent, e);
            return List.of();
        }
    }

    private static List<StoredTrial> readable(Path folder) {
        try {
            return ResultStore.openExisting(folder).trials();
        } catch (ConfigurationException | ResultStoreException e) {
            LOG.debug("{} is no help to an estimate", folder, e);
            return List.of();
        }
    }
}
