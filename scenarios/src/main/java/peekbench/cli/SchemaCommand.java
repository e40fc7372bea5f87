package peekbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.PluginOptions;
import peekbench.event.EventSchema;
import peekbench.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peekbench schema}. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of scenario files, with which editors complete and check them, or of the lines that"
                    + " run --json prints.",
            "",
            "Write it to a file and name that file in the first line of a scenario:",
            "  peekbench schema > peekbench.schema.json",
            "  # yaml-language-server: $schema=peekbench.schema.json"
        },
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--events", description = "The schema of a line of run --json and of a run's journal.")
    private boolean events;

    @Mixin
    private PluginOptions plugins;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JsonNode schema = events ? EventSchema.schema() : new ScenarioReader(plugins.catalogue(console)).schema();
        console.out().println(schema.toPrettyString());
        return ExitCode.DONE;
    }
}
