package peekbench.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A scenario file and what of it is replaced.
 *
 * @param file the scenario
 * @param assignments replace values of the file: {@code training.epochs=5}
 * @param seed replaces the seeds of the file
 * @param quick whether the file's own assignments for a small version come before these
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ScenarioSource(Path file, List<String> assignments, OptionalLong seed, boolean quick) {
    public ScenarioSource {
        assignments = List.copyOf(assignments);
    }

    /** The file as it is. */
    public static ScenarioSource of(Path file) {
        return new ScenarioSource(file, List.of(), OptionalLong.empty(), false);
    }

    /** The same with one more value replaced: {@code defenses[1][0].weight=4}. */
    public ScenarioSource with(String assignment) {
        return new ScenarioSource(
                file, Stream.concat(assignments.stream(), Stream.of(assignment)).toList(), seed, quick);
    }

    /** The same with one seed in place of those of the file. */
    public ScenarioSource withSeed(long only) {
        return new ScenarioSource(file, assignments, OptionalLong.of(only), quick);
    }

    /** The file's own small version. */
    public ScenarioSource inQuick() {
        return new ScenarioSource(file, assignments, seed, true);
    }
}
