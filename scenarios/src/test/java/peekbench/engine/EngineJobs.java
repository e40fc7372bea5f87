package peekbench.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import peekbench.catalogue.Catalogue;
import peekbench.event.TrialEvent;
import peekbench.result.Existing;
import peekbench.result.ResultSamples;

/** Jobs of one worker, whose trials run elsewhere. */
final class EngineJobs {
    private EngineJobs() {}

    static EngineJob of(RunControl control, TrialLimits limits, Path logs, Consumer<TrialEvent> hearer) {
        return new EngineJob(
                Existing.KEEP,
                Catalogue.builtIn(),
                new EngineJob.Sources(Optional.empty(), Optional.empty()),
                scenario -> {
                    throw new AssertionError("the run itself needs no data");
                },
                trial -> ResultSamples.provenance(),
                1,
                limits,
                logs,
                control,
                hearer);
    }
}
