package example;

import java.nio.file.Path;
import java.util.List;
import peekbench.Peekbench;
import peekbench.catalogue.Catalogue;
import peekbench.catalogue.PluginFolders;
import peekbench.report.table.SummaryTable;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;

/** Runs a scenario without the command line: {@code RunFromJava SCENARIO PLUGIN-FOLDER RESULT-FOLDER}. */
public final class RunFromJava {
    private RunFromJava() {}

    // region java
    /** Runs and prints the table. */
    public static void main(String[] arguments) {
        PluginFolders plugins = new PluginFolders(List.of(Path.of(arguments[1])));
        RunOptions options =
                RunOptions.defaults().withCatalogue(Catalogue.of(plugins)).withFolder(Path.of(arguments[2]));
        ScenarioSource scenario = ScenarioSource.of(Path.of(arguments[0])).with("training.epochs=2");
        RunResult result = Peekbench.run(scenario, options, RunListener.silent());
        System.out.println(SummaryTable.of(result.trials()).text());
    }
    // endregion
}
