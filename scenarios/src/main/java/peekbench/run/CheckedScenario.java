package peekbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import peekbench.plan.Plan;
import peekbench.result.TrialWork;
import peekbench.result.WantedTrial;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;
import peekbench.trial.TrialRecords;

/**
 * A scenario that fits its data.
 *
 * @param source what it was read from
 * @param name the scenario's
 * @param axes whether it has axes
 * @param plan its trials, under their plain names
 * @param folder where its results go
 */
record CheckedScenario(ScenarioSource source, String name, boolean axes, Plan plan, Path folder) {
    /**
     * Reads and checks a scenario.
     *
     * @param data of scenarios, loaded when they are asked for
     * @param folder of results, by the name that they have by default
     * @throws peekbench.problem.ConfigurationException with every mistake of the scenario
     */
    static CheckedScenario of(
            ScenarioSource source, RunOptions options, LoadedData data, Function<String, Path> folder) {
        ScenarioFile read = options.reader().read(source);
        Plan plan = Plan.of(read);
        read.checkAgainst(data::of);
        String name = read.scenario().name();
        return new CheckedScenario(
                source, name, read.hasAxes(), plan, folder.apply(name + (source.quick() ? "-quick" : "")));
    }

    /** Its trials, as a result folder is asked for them. */
    List<WantedTrial> wanted() {
        return plan.trials().stream()
                .map(trial -> new WantedTrial(
                        TrialRecords.key(trial), TrialWork.of(ScenarioFormat.tree(trial.point()), trial.seed())))
                .toList();
    }
}
