package peekbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.data.catalogue.CacheFolder;
import peekbench.plan.LeftOut;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.Estimates;
import peekbench.plan.estimate.Span;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.problem.ConfigurationException;
import peekbench.result.PlacedTrial;
import peekbench.result.ResultStore;
import peekbench.result.WantedTrial;
import peekbench.result.file.DiskUse;
import peekbench.result.kept.KeptSizes;
import peekbench.scenario.Budget;
import peekbench.scenario.ScenarioSource;

/**
 * What a run would do, and what it would take. Nothing is written to the result folder.
 *
 * @param folder where results would go; of a suite, the folder of its result folders
 * @param trials in the order in which they would begin
 * @param leftOut what of the scenario cannot be together, or is excluded
 * @param threads trials that would run side by side
 * @param budgets how much of what is missing fits into them, one for each that there is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunPreview(
        Path folder, List<Previewed> trials, List<LeftOut> leftOut, int threads, List<BudgetFit> budgets) {
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
        budgets = List.copyOf(budgets);
    }

    /**
     * Reads a scenario and its data, and looks at what is there of it.
     *
     * @throws ConfigurationException with every mistake of the scenario
     */
    public static RunPreview of(ScenarioSource source, RunOptions options, RunListener listener) {
        LoadedData data = LoadedData.of(options, listener);
        CheckedScenario scenario = CheckedScenario.of(source, options, data, name -> ScenarioRun.folder(name, options));
        return new Maker(scenario.folder(), List.of(scenario), options, data).preview(Budget.unlimited());
    }

    /**
     * The same of all scenarios of a folder, as one plan.
     *
     * @param pattern the folder, and what is replaced in each scenario
     * @param budget of all together, in place of those of the scenarios unless it is unlimited
     * @throws ConfigurationException with every mistake of all files
     */
    public static RunPreview ofSuite(ScenarioSource pattern, Budget budget, RunOptions options, RunListener listener) {
        LoadedData data = LoadedData.of(options, listener);
        List<CheckedScenario> scenarios = SuiteFiles.read(pattern, options, data);
        return new Maker(SuiteFiles.folder(options), scenarios, options, data).preview(budget);
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

    /** What trials that are not complete keep beside figures and pictures; a victim that several have counts once. */
    public KeptSizes kept() {
        return missing().stream().map(TrialEstimate::kept).reduce(KeptSizes.NOTHING, KeptSizes::plus);
    }

    public long diskBytes() {
        return missing().stream().mapToLong(TrialEstimate::diskBytes).sum();
    }

    /** Looks at what there is. */
    private record Maker(Path run, List<CheckedScenario> scenarios, RunOptions options, LoadedData data) {
        /** A trial, and where it goes. */
        private record Placed(CheckedScenario scenario, TrialPlan plan, PlacedTrial place) {}

        RunPreview preview(Budget whole) {
            Estimates estimates = new Estimates(FinishedNearby.of(scenarios), CacheFolder.path());
            List<List<Placed>> parts = scenarios.stream().map(this::placed).toList();
            SharedVictims victims = new SharedVictims(parts.stream()
                    .flatMap(List::stream)
                    .filter(placed -> placed.place().complete())
                    .map(Placed::plan)
                    .toList());
            List<Previewed> trials = new ArrayList<>();
            List<BudgetFit> budgets = new ArrayList<>();
            for (Batch<Placed> batch : Batch.of(parts, whole, Placed::plan)) {
                List<Previewed> those = batch.trials().stream()
                        .map(placed -> previewed(placed, estimates, victims))
                        .toList();
                trials.addAll(those);
                if (!batch.budget().isUnlimited()) {
                    budgets.add(fit(batch, those));
                }
            }
            List<LeftOut> leftOut = scenarios.stream()
                    .flatMap(scenario -> scenario.plan().leftOut().stream())
                    .distinct()
                    .toList();
            return new RunPreview(run, trials, leftOut, options.threads(), budgets);
        }

        private BudgetFit fit(Batch<Placed> batch, List<Previewed> trials) {
            long taken = batch.trials().stream()
                    .map(placed -> placed.scenario().folder())
                    .distinct()
                    .mapToLong(DiskUse::of)
                    .sum();
            List<TrialEstimate> missing =
                    trials.stream().flatMap(trial -> trial.estimate().stream()).toList();
            return BudgetFit.of(batch.budget(), missing, taken, options.threads());
        }

        private Previewed previewed(Placed placed, Estimates estimates, SharedVictims victims) {
            TrialPlan trial = placed.plan();
            return new Previewed(
                    RunPart.name(
                            run,
                            placed.scenario().folder(),
                            placed.place().key().id()),
                    placed.place().complete()
                            ? Optional.empty()
                            : Optional.of(victims.of(trial, estimates.of(trial, data.of(trial.scenario())))));
        }

        private List<Placed> placed(CheckedScenario scenario) {
            List<WantedTrial> wanted = scenario.wanted();
            List<PlacedTrial> places = Files.isDirectory(scenario.folder())
                    ? ResultStore.openExisting(scenario.folder()).place(wanted)
                    : wanted.stream()
                            .map(trial -> new PlacedTrial(trial.key(), false))
                            .toList();
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                placed.add(new Placed(scenario, scenario.plan().trials().get(i), places.get(i)));
            }
            return placed;
        }
    }
}
