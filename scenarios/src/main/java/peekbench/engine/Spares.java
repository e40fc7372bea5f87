package peekbench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peekbench.journal.RunFiles;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFormat;

/** Keeps one process warm for the trial that begins next, as long as there is one. */
final class Spares implements AutoCloseable {
    private final ProcessFactory factory;
    private final EngineJob job;
    private final List<QueuedTrial> trials;
    private int begun;
    private int started;
    private boolean closed;
    private @Nullable Spare spare;

    private record Spare(Scenario scenario, WorkerProcess process) {}

    /** @param trials taken in this order, or nearly so */
    Spares(ProcessFactory factory, EngineJob job, List<QueuedTrial> trials) {
        this.factory = factory;
        this.job = job;
        this.trials = trials;
    }

    /** A process for a trial; another is started ahead when more trials follow. */
    synchronized WorkerProcess take(QueuedTrial trial) {
        begun++;
        Spare waiting = spare;
        spare = null;
        WorkerProcess process;
        if (waiting != null && waiting.scenario().equals(trial.plan().scenario())) {
            process = waiting.process();
        } else {
            close(waiting);
            process = fresh(trial);
        }
        if (begun < trials.size() && !closed) {
            QueuedTrial next = trials.get(begun);
            spare = new Spare(next.plan().scenario(), fresh(next));
        }
        return process;
    }

    /** A process for a trial that is tried again. */
    synchronized WorkerProcess fresh(QueuedTrial trial) {
        started++;
        ProcessLog log = new ProcessLog(job.logs().resolve(RunFiles.logOfProcess(started)));
        try {
            return new WorkerProcess(factory, log, prepare(trial.plan().scenario()));
        } catch (IOException e) {
            throw ResultStoreException.writing(log.file(), e);
        }
    }

    private ProcessOrder.Prepare prepare(Scenario scenario) {
        return new ProcessOrder.Prepare(
                ScenarioFormat.tree(scenario),
                job.catalogue().folders().text(),
                job.sources().folder().map(Path::toString),
                job.sources().mirror().map(Object::toString));
    }

    @Override
    public synchronized void close() {
        closed = true;
        close(spare);
        spare = null;
    }

    private static void close(@Nullable Spare unused) {
        if (unused != null) {
            unused.process().close();
            unused.process().log().remove();
        }
    }
}
