package peekbench.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;
import peekbench.catalogue.Catalogue;
import peekbench.event.TrialEvent;
import peekbench.result.Existing;
import peekbench.result.provenance.Provenance;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;

/**
 * What the trials of a run have in common, whatever result folders they go to.
 *
 * @param existing what becomes of trials that are complete in their result folders
 * @param catalogue what scenarios can name
 * @param sources where data sets are looked for
 * @param data the data sets of a trial's scenario
 * @param provenance all that it takes to run a trial again
 * @param workers trials that run side by side
 * @param limits of each trial
 * @param logs a folder for what trials print that fail, made when it is needed
 * @param control says what may begin and what must end
 * @param events hears of trials, from several threads
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record EngineJob(
        Existing existing,
        Catalogue catalogue,
        Sources sources,
        Function<Scenario, ScenarioData> data,
        Function<QueuedTrial, Provenance> provenance,
        int workers,
        TrialLimits limits,
        Path logs,
        RunControl control,
        Consumer<? super TrialEvent> events) {

    /**
     * Where data sets are looked for.
     *
     * @param folder with one folder a data set
     * @param mirror an address with one folder a data set
     */
    public record Sources(Optional<Path> folder, Optional<URI> mirror) {}
}
