package peekbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.FetchBar;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peekbench data fetch}. */
@Command(
        name = "fetch",
        description = {
            "Downloads data sets to the cache and checks them.",
            "What arrived of an interrupted download is used; files that are there already and right stay."
        },
        mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Data sets, see: peekbench data list")
    private List<String> names = List.of();

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    DataFetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        DataCatalogue catalogue = data.catalogue(plugins.catalogue(console));
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            try (FetchBar bar = new FetchBar(console)) {
                Path folder = catalogue.fetch(name, bar);
                console.out().println(name + " is in " + folder);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return ExitCode.DONE;
    }
}
