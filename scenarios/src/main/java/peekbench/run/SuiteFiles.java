package peekbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.scenario.ScenarioSource;

/** The scenario files of a folder. */
final class SuiteFiles {
    private SuiteFiles() {}

    /**
     * Reads and checks all against their data.
     *
     * @param pattern the folder with scenarios, {@code *.yaml} and {@code *.yml}, in the order of their names, and what is
     *     replaced in each; a file without a small version is taken whole
     * @throws ConfigurationException with every mistake of all files
     */
    static List<CheckedScenario> read(ScenarioSource pattern, RunOptions options, LoadedData data) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        List<CheckedScenario> scenarios = new ArrayList<>();
        for (Path file : files(pattern.file())) {
            try {
                CheckedScenario scenario =
                        CheckedScenario.of(source(file, pattern, options), options, data, folder(options)::resolve);
                Path other = files.putIfAbsent(scenario.name(), file);
                if (other != null) {
                    problems.add(new Problem(
                            file.toString(),
                            "name",
                            "is " + scenario.name() + ", as in " + other
                                    + "; both would write to one result folder. Rename one."));
                }
                scenarios.add(scenario);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return scenarios;
    }

    /** The folder of the result folders. */
    static Path folder(RunOptions options) {
        return options.folder().orElseGet(() -> Path.of("results"));
    }

    private static ScenarioSource source(Path file, ScenarioSource pattern, RunOptions options) {
        ScenarioSource whole = new ScenarioSource(file, pattern.assignments(), pattern.seed(), false);
        return pattern.quick()
                        && !options.reader()
                                .read(ScenarioSource.of(file))
                                .scenario()
                                .quick()
                                .isEmpty()
                ? whole.inQuick()
                : whole;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    "There is no folder (" + folder + "). Name one with scenarios, as scenarios/papers.");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ConfigurationException(
                        "The folder (" + folder + ") has no scenarios; their files end in .yaml or .yml.");
            }
            return files;
        } catch (IOException e) {
            throw new ConfigurationException("The folder (" + folder + ") cannot be listed: " + e.getMessage()
                    + ". Check that it is a folder you may read.");
        }
    }
}
