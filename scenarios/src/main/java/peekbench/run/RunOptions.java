package peekbench.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialEngine;
import peekbench.engine.TrialLimits;
import peekbench.problem.Problems;
import peekbench.result.Existing;
import peekbench.scenario.ScenarioReader;

/**
 * How a run is done; nothing of it changes a figure.
 *
 * @param folder where results go; by default {@code results/NAME}, with {@code -quick} behind it for a scenario's small
 *     version
 * @param threads trials that run side by side
 * @param catalogue what a scenario can name
 * @param data a folder with one folder a data set, looked into first; by default the environment's {@code PEEKBENCH_DATA}
 * @param mirror an address with one folder a data set, tried first when data are downloaded
 * @param existing what becomes of trials that are complete in the folder
 * @param engine what runs trials
 * @param limits what one trial may take
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunOptions(
        Optional<Path> folder,
        int threads,
        Catalogue catalogue,
        Optional<Path> data,
        Optional<URI> mirror,
        Existing existing,
        TrialEngine engine,
        TrialLimits limits) {
    /** @throws peekbench.problem.ConfigurationException when there is not even one thread */
    public RunOptions {
        Problems problems = new Problems();
        problems.atLeast("threads", threads, 1);
        problems.throwIfAny();
    }

    /**
     * A trial a core on threads of this process, all that comes with the program, and data where the environment says. The
     * command line differs in its engine: a process a trial.
     */
    public static RunOptions defaults() {
        return new RunOptions(
                Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                Catalogue.builtIn(),
                Optional.empty(),
                Optional.empty(),
                Existing.KEEP,
                EngineProvider.named(EngineProvider.IN_PROCESS).engine(),
                TrialLimits.none());
    }

    /** The same with results in a folder of choice. */
    public RunOptions withFolder(Path chosen) {
        return new RunOptions(Optional.of(chosen), threads, catalogue, data, mirror, existing, engine, limits);
    }

    /** The same with so many trials side by side. */
    public RunOptions withThreads(int count) {
        return new RunOptions(folder, count, catalogue, data, mirror, existing, engine, limits);
    }

    /** The same for scenarios that name what is in this catalogue. */
    public RunOptions withCatalogue(Catalogue chosen) {
        return new RunOptions(folder, threads, chosen, data, mirror, existing, engine, limits);
    }

    /** The same with a folder that holds a folder a data set, looked into first. */
    public RunOptions withData(Path sets) {
        return new RunOptions(folder, threads, catalogue, Optional.of(sets), mirror, existing, engine, limits);
    }

    /** The same, with trials run again that are complete; each stays until its successor is complete. */
    public RunOptions replacing() {
        return new RunOptions(folder, threads, catalogue, data, mirror, Existing.REPLACE, engine, limits);
    }

    /** The same with trials run by an engine within limits; engines are found by {@link EngineProvider#named}. */
    public RunOptions withEngine(TrialEngine chosen, TrialLimits each) {
        return new RunOptions(folder, threads, catalogue, data, mirror, existing, chosen, each);
    }

    ScenarioReader reader() {
        return new ScenarioReader(catalogue);
    }

    DataCatalogue datasets() {
        return DataCatalogue.of(catalogue.of(DatasetProvider.KIND), data, mirror);
    }
}
