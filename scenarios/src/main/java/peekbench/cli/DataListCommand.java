package peekbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.data.catalogue.DatasetStatus;
import peekbench.result.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peekbench data list}. */
@Command(name = "list", description = "Lists the data sets and where each was found.", mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    DataListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        List<DatasetStatus> all = data.catalogue(plugins.catalogue(console)).list();
        if (output.json()) {
            console.json(Json.tree(all));
        } else {
            all.forEach(set -> console.out().printf("%-22s %-60s %s%n", set.name(), set.summary(), place(set)));
        }
        return ExitCode.DONE;
    }

    static String place(DatasetStatus set) {
        if (set.embedded()) {
            return "embedded";
        }
        return set.folder()
                .map(folder -> "in " + folder)
                .orElse("not here; fetch it with: peekbench data fetch " + set.name());
    }
}
