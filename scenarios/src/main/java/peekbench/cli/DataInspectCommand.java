package peekbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.FetchBar;
import peekbench.cli.console.Output;
import peekbench.data.inspect.Inspection;
import peekbench.result.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peekbench data inspect}. */
@Command(
        name = "inspect",
        description = {
            "Looks at a file or folder of your own and prints what it would be as a data set: records, classes, sizes,"
                    + " ranges, missing values, duplicates; and the lines of a scenario that would read it.",
            "",
            "Example: peekbench data inspect photos",
            ""
        },
        mixinStandardHelpOptions = true)
final class DataInspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            description = "A folder of images, idx files or CIFAR records; a table (.csv, .tsv); or arrays (.npz).")
    private Path path = Path.of("");

    @Mixin
    private Output output;

    DataInspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        Inspection inspection;
        try (FetchBar bar = new FetchBar(console)) {
            inspection = Inspection.of(path, bar);
        }
        if (output.json()) {
            console.json(Json.tree(inspection));
            return ExitCode.DONE;
        }
        console.out().println(inspection.path() + " would be " + inspection.kind());
        inspection.facts().forEach(fact -> console.out().printf("  %-24s %s%n", fact.name(), fact.value()));
        inspection.remarks().forEach(remark -> console.out().println("- " + remark));
        console.out().println("In a scenario, for example:");
        inspection.lines().forEach(line -> console.out().println("  " + line));
        return ExitCode.DONE;
    }
}
