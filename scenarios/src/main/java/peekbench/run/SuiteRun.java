package peekbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.scenario.Budget;
import peekbench.scenario.ScenarioSource;

/** Runs all scenario files of a folder as one plan, each into a result folder of its own. */
public final class SuiteRun {
    private SuiteRun() {}

    /**
     * Reads and checks all files against their data, looks at all result folders, then runs what is missing from one queue, file
     * after file.
     *
     * @param pattern the folder with scenarios, {@code *.yaml} and {@code *.yml}, in the order of their names, and what is
     *     replaced in each; a file without a small version is run whole
     * @param budget of all together, in place of those of the scenarios unless it is unlimited
     * @throws ConfigurationException with every mistake of all files, and every result folder that is another program's, before
     *     anything is run
     * @throws peekbench.result.file.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static SuiteResult of(ScenarioSource pattern, Budget budget, RunOptions options, RunListener listener) {
        LoadedData data = LoadedData.of(options, listener);
        Path folder = SuiteFiles.folder(options);
        List<RunPart> parts = open(SuiteFiles.read(pattern, options, data), folder, options);
        PlannedRun.RunTitle title = new PlannedRun.RunTitle(
                folder,
                String.valueOf(pattern.file().toAbsolutePath().normalize().getFileName()),
                command(pattern, budget, options));
        List<RunResult> results = new PlannedRun(title, parts, budget, data, options, listener).run();
        List<SuiteResult.Part> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CheckedScenario scenario = parts.get(i).scenario();
            all.add(new SuiteResult.Part(
                    scenario.source().file(), scenario.name(), scenario.source().quick(), results.get(i)));
        }
        return new SuiteResult(all);
    }

    private static String command(ScenarioSource pattern, Budget budget, RunOptions options) {
        return RerunCommand.ofRun("suite", pattern, options, options.folder())
                + budget.time().map(time -> " --time " + time).orElse("")
                + budget.disk().map(disk -> " --disk " + disk).orElse("");
    }

    private static List<RunPart> open(List<CheckedScenario> scenarios, Path folder, RunOptions options) {
        List<Problem> problems = new ArrayList<>();
        List<RunPart> parts = new ArrayList<>();
        for (CheckedScenario scenario : scenarios) {
            try {
                parts.add(new RunPart(scenario, folder, options));
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return parts;
    }
}
