package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.report.Report;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWork;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Json;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSource;

/**
 * Other attacks on the victim of a stored trial: a new trial of the same settings but for attacks and evaluation, beside it in
 * its result folder. Where the victim is kept nobody trains; else it is trained again.
 */
public final class LaterAttacks {
    private static final Set<String> KEYS = Set.of("attacks", "evaluation");

    private LaterAttacks() {}

    /**
     * Runs them.
     *
     * @param trial that was stored
     * @param with a file with {@code attacks:} and, if need be, {@code evaluation:}
     * @param options of which the folder is taken from the trial
     * @throws ConfigurationException with what is wrong in the file, before anything is written
     */
    public static RunResult of(StoredTrial trial, Path with, RunOptions options, RunListener listener) {
        Path results = Objects.requireNonNull(
                trial.folder().toAbsolutePath().normalize().getParent(), "a trial is in a folder");
        Scenario scenario = scenario(trial, with, options.reader());
        String hash =
                TrialWork.of(ScenarioFormat.tree(scenario), trial.key().seed()).shortSettings();
        // The command that runs the new trial again names this file.
        Path file = AtomicFile.write(
                results.resolve("attacks-" + hash + ".yaml"),
                aside -> Files.writeString(aside, ScenarioFormat.yaml(scenario)));
        RunResult result = ScenarioRun.of(ScenarioSource.of(file), options.withFolder(results), listener);
        List<StoredTrial> all = ResultStore.openExisting(results).trials();
        return new RunResult(results, result.trials(), Report.write(results, all, List.of()), result.remaining());
    }

    /** The trial's point with other attacks. */
    static Scenario scenario(StoredTrial trial, Path with, ScenarioReader reader) {
        JsonNode asked = read(with);
        if (!(trial.info().provenance().scenario().point() instanceof ObjectNode stored)) {
            throw new ConfigurationException("The trial in " + trial.folder() + " does not say how it was set up.");
        }
        ObjectNode point = stored.deepCopy();
        KEYS.stream().filter(asked::has).forEach(key -> point.set(key, asked.get(key)));
        point.remove("attack-at-epochs");
        return reader.parse("the trial's settings with " + with, point.toString())
                .scenario();
    }

    private static JsonNode read(Path with) {
        JsonNode asked = tree(with);
        Problems problems = new Problems();
        asked.fieldNames().forEachRemaining(key -> {
            if (key.equals("attack-at-epochs")) {
                problems.add(
                        key, "is for networks that are still being trained, and this one is finished; leave it out.");
            } else if (!KEYS.contains(key)) {
                problems.add(key, "is of the victim, which stays as it is; there may be attacks and evaluation.");
            }
        });
        if (!asked.path("attacks").isArray() || asked.path("attacks").isEmpty()) {
            problems.add("attacks", "is missing; name at least one attack, see peekbench list attacks.");
        }
        problems.throwIfAny();
        return asked;
    }

    private static JsonNode tree(Path with) {
        try {
            Object content = new Load(
                            LoadSettings.builder().setLabel(with.toString()).build())
                    .loadFromString(Files.readString(with, StandardCharsets.UTF_8));
            JsonNode tree = Json.tree(content);
            if (tree != null && tree.isObject()) {
                return tree;
            }
            throw new ConfigurationException("The file " + with + " holds no keys. Give attacks and, if need be,"
                    + " evaluation, as a scenario does.");
        } catch (IOException e) {
            throw new ConfigurationException("The file " + with + " cannot be read: " + e.getMessage()
                    + ". Give a file with attacks, as a scenario has them.");
        } catch (YamlEngineException e) {
            throw new ConfigurationException("The file " + with + " is no YAML: " + e.getMessage());
        }
    }
}
