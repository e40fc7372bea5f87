package peekbench.cli.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import peekbench.scenario.ScenarioSource;
import picocli.CommandLine.Option;

/** Options that say what of a scenario file is replaced. */
public final class SourceOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Take this seed in place of those of the scenario.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the scenario; the key is a path, the value YAML. May be repeated.")
    private List<String> assignments = List.of();

    @Option(
            names = "--quick",
            description = "Take the small version of each scenario that has one: its own assignments under quick.")
    private boolean quick;

    /** A scenario, or a folder of scenarios, with what is replaced. */
    public ScenarioSource of(Path file) {
        return new ScenarioSource(file, assignments, seed.map(OptionalLong::of).orElseGet(OptionalLong::empty), quick);
    }
}
