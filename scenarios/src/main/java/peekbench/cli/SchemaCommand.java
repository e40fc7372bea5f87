package peekbench.cli;

import java.util.concurrent.Callable;
import peekbench.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peekbench schema}. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of scenario files, with which editors complete and check them.",
            "",
            "Write it to a file and name that file in the first line of a scenario:",
            "  peekbench schema > peekbench.schema.json",
            "  # yaml-language-server: $schema=peekbench.schema.json"
        },
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PluginOptions plugins;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out()
                .println(new ScenarioReader(plugins.catalogue(console)).schema().toPrettyString());
        return ExitCode.DONE;
    }
}
