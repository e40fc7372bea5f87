package peekbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioSource;

/** Runs all scenario files of a folder, each into a result folder of its own. */
public final class SuiteRun {
    private SuiteRun() {}

    /** A file that was read. */
    private record Member(ScenarioSource source, String name) {}

    /**
     * Reads and checks all files against their data before anything is trained, then runs one after the other.
     *
     * @param folder with scenarios, {@code *.yaml} and {@code *.yml}, in the order of their names
     * @param pattern what is replaced in each; its file means nothing, and a file without a small version is run as it is
     * @throws ConfigurationException with every mistake of all files, before anything is run
     */
    public static SuiteResult of(Path folder, ScenarioSource pattern, RunOptions options, RunListener listener) {
        List<Member> members = read(folder, pattern, options, listener);
        List<SuiteResult.Part> parts = new ArrayList<>();
        for (Member member : members) {
            SuiteResult.Part part = run(member, options, listener);
            parts.add(part);
            if (part.stopped()) {
                break;
            }
        }
        return new SuiteResult(parts);
    }

    /** Results that cannot be written end this scenario, and the others are run. */
    private static SuiteResult.Part run(Member member, RunOptions options, RunListener listener) {
        ScenarioSource source = member.source();
        String folder = member.name() + (source.quick() ? "-quick" : "");
        RunOptions own = options.withFolder(
                options.folder().orElseGet(() -> Path.of("results")).resolve(folder));
        try {
            RunResult result = ScenarioRun.of(source, own, listener);
            return new SuiteResult.Part(
                    source.file(), member.name(), source.quick(), Optional.of(result), Optional.empty());
        } catch (ResultStoreException | ConfigurationException e) {
            return new SuiteResult.Part(
                    source.file(), member.name(), source.quick(), Optional.empty(), Optional.of(e.toString()));
        }
    }

    private static List<Member> read(Path folder, ScenarioSource pattern, RunOptions options, RunListener listener) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                ScenarioSource whole = new ScenarioSource(file, pattern.assignments(), pattern.seed(), false);
                Scenario scenario =
                        options.reader().read(ScenarioSource.of(file)).scenario();
                boolean quick = pattern.quick() && !scenario.quick().isEmpty();
                ScenarioSource source = quick ? whole.inQuick() : whole;
                ScenarioFile read = options.reader().read(source);
                ScenarioRun.checked(read, options, listener);
                String name = read.scenario().name();
                Path other = files.putIfAbsent(name, file);
                if (other != null) {
                    problems.add(new Problem(
                            file.toString(),
                            "name",
                            "is " + name + ", as in " + other
                                    + "; both would write to one result folder. Rename one."));
                }
                members.add(new Member(source, name));
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return members;
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
