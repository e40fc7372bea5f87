package peekbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import peekbench.plan.Plan;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.Budget;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;

/** Runs those trials of a scenario that a result folder lacks, and reports on all: a suite of one. */
public final class ScenarioRun {
    private ScenarioRun() {}

    /**
     * Runs a scenario file.
     *
     * @throws ConfigurationException with every mistake of the scenario, before anything is written; or when
     *     the folder is another program's
     * @throws ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult of(ScenarioSource source, RunOptions options, RunListener listener) {
        LoadedData data = LoadedData.of(options, listener);
        CheckedScenario scenario = CheckedScenario.of(source, options, data, name -> folder(name, options));
        return run(new RunPart(scenario, scenario.folder(), options), data, options, listener);
    }

    /**
     * Runs a scenario that a program made, and writes it to {@code scenario.yaml} in the result folder, which the command lines
     * that trials are stored with name.
     *
     * @throws ConfigurationException when the scenario does not fit its data, before anything is written; or
     *     when the folder is another program's
     * @throws ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult of(Scenario scenario, RunOptions options, RunListener listener) {
        String yaml = ScenarioFormat.yaml(scenario);
        Plan plan = Plan.of(scenario);
        LoadedData data = LoadedData.of(options, listener);
        options.reader().parse("scenario " + scenario.name(), yaml).checkAgainst(data::of);
        Path folder = folder(scenario.name(), options);
        Path written = folder.resolve("scenario.yaml");
        RunPart part = new RunPart(
                new CheckedScenario(ScenarioSource.of(written), scenario.name(), false, plan, folder), folder, options);
        AtomicFile.write(written, file -> Files.writeString(file, yaml));
        return run(part, data, options, listener);
    }

    /** @param name that results have by default */
    static Path folder(String name, RunOptions options) {
        return options.folder().orElseGet(() -> Path.of("results", name));
    }

    private static RunResult run(RunPart part, LoadedData data, RunOptions options, RunListener listener) {
        PlannedRun.RunTitle title = new PlannedRun.RunTitle(
                part.scenario().folder(),
                part.scenario().name(),
                RerunCommand.ofRun("run", part.scenario().source(), options, options.folder()));
        return new PlannedRun(title, List.of(part), Budget.unlimited(), data, options, listener)
                .run()
                .get(0);
    }
}
