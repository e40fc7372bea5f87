package peekbench.cli;

import java.util.concurrent.Callable;
import peekbench.scenario.ScenarioReader;
import picocli.CommandLine.Command;

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

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println(ScenarioReader.builtIn().schema().toPrettyString());
        return ExitCode.DONE;
    }
}
