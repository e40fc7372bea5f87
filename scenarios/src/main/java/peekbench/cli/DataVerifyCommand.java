package peekbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetStatus;
import peekbench.result.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peekbench data verify}. */
@Command(
        name = "verify",
        description = {
            "Compares the files of data sets with their pinned checksums.",
            "Exit code 1 when a file differs."
        },
        mixinStandardHelpOptions = true)
final class DataVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Data sets, see: peekbench data list (default: all that are here)")
    private List<String> names = List.of();

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    DataVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        DataCatalogue catalogue = data.catalogue(plugins.catalogue(console));
        List<String> wanted = names.isEmpty()
                ? catalogue.list().stream()
                        .filter(DatasetStatus::present)
                        .map(DatasetStatus::name)
                        .toList()
                : names;
        List<DatasetStatus> checked = wanted.stream().map(catalogue::verify).toList();
        if (output.json()) {
            console.json(Json.tree(checked));
        } else {
            checked.forEach(this::print);
        }
        boolean different = checked.stream()
                .flatMap(set -> set.files().stream())
                .anyMatch(file -> file.state() == DatasetStatus.State.DIFFERENT);
        return different ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void print(DatasetStatus set) {
        console.out().println(set.name() + ": " + DataListCommand.place(set));
        for (DatasetStatus.FileStatus file : set.files()) {
            console.out().println("  " + file.file() + ": " + meaning(file.state()));
        }
    }

    private static String meaning(DatasetStatus.State state) {
        return switch (state) {
            case RIGHT -> "right";
            case DIFFERENT -> "differs from its pinned checksum; delete it and fetch it again";
            case MISSING -> "not there";
        };
    }
}
