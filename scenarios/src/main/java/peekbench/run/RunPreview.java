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
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.Estimates;
import peekbench.plan.estimate.Span;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.problem.ConfigurationException;
import peekbench.result.PlacedTrial;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWork;
import peekbench.result.WantedTrial;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;
import peekbench.trial.TrialRecords;

/**
 * What a run would do, and what it would take. Nothing is written to the result folder.
 *
 * @param folder where results would go
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
     * @param id its folder's name
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
        ScenarioFile read = options.reader().read(source);
        LoadedData data = ScenarioRun.checked(read, options, listener);
        Path folder = ScenarioRun.folder(read.scenario(), source.quick() ? "-quick" : "", options);
        Plan plan = Plan.of(read);
        List<PlacedTrial> placed = placed(plan, folder);
        Estimates estimates = new Estimates(finished(folder), CacheFolder.path());
        List<Previewed> trials = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            TrialPlan trial = plan.trials().get(i);
            trials.add(new Previewed(
                    placed.get(i).key().id(),
                    placed.get(i).complete()
                            ? Optional.empty()
                            : Optional.of(estimates.of(trial, data.of(trial.scenario())))));
        }
        return new RunPreview(folder, trials, plan.leftOut(), options.threads());
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

    private static List<PlacedTrial> placed(Plan plan, Path folder) {
        List<WantedTrial> wanted = plan.trials().stream()
                .map(trial -> new WantedTrial(
                        TrialRecords.key(trial), TrialWork.of(ScenarioFormat.tree(trial.point()), trial.seed())))
                .toList();
        return Files.isDirectory(folder)
                ? ResultStore.openExisting(folder).place(wanted)
                : wanted.stream()
                        .map(trial -> new PlacedTrial(trial.key(), false))
                        .toList();
    }

    /** Of the result folder and those beside it; a folder that cannot be read tells nothing. */
    private static List<StoredTrial> finished(Path folder) {
        Path parent = Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(parent)) {
            return beside.filter(Files::isDirectory)
                    .sorted()
                    .limit(MOST_FOLDERS)
                    .flatMap(one -> readable(one).stream())
                    .toList();
        } catch (IOException e) {
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
