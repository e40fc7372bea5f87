package peekbench.run;

import java.nio.file.Path;
import java.util.Optional;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.problem.Problems;
import peekbench.scenario.ScenarioReader;

/**
 * How a run is done; nothing of it changes a figure.
 *
 * @param folder where results go; by default {@code results/NAME}, with {@code -quick} behind it for a scenario's small
 *     version
 * @param threads trials that run side by side
 * @param data where data sets are looked for and fetched to
 * @param reader knows what a scenario can name
 */
public record RunOptions(Optional<Path> folder, int threads, DataCatalogue data, ScenarioReader reader) {
    /** @throws peekbench.problem.ConfigurationException when there is not even one thread */
    public RunOptions {
        Problems problems = new Problems();
        problems.atLeast("threads", threads, 1);
        problems.throwIfAny();
    }

    /** Those of the command line: a trial a core, and data where the environment says. */
    public static RunOptions defaults() {
        return new RunOptions(
                Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                DataCatalogue.of(Optional.empty(), Optional.empty()),
                ScenarioReader.builtIn());
    }

    /** The same with results in a folder of choice. */
    public RunOptions withFolder(Path chosen) {
        return new RunOptions(Optional.of(chosen), threads, data, reader);
    }

    /** The same with so many trials side by side. */
    public RunOptions withThreads(int count) {
        return new RunOptions(folder, count, data, reader);
    }

    /** The same with a folder that holds a folder a data set, looked into first. */
    public RunOptions withData(Path sets) {
        return new RunOptions(folder, threads, DataCatalogue.of(Optional.of(sets), Optional.empty()), reader);
    }

    /** The same for scenarios that name what only this reader knows. */
    public RunOptions withReader(ScenarioReader chosen) {
        return new RunOptions(folder, threads, data, chosen);
    }
}
