package peekbench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peekbench.plan.TrialPlan;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFormat;

/** Keeps one process warm for the trial that begins next, as long as there is one. */
final class Spares implements AutoCloseable {
    private final ProcessFactory factory;
    private final EngineJob job;
    private final List<TrialPlan> plans;
    private int begun;
    private int started;
    private boolean closed;
    private @Nullable Spare spare;

    private record Spare(Scenario scenario, WorkerProcess process) {}

    /** @param plans taken in this order, or nearly so */
    Spares(ProcessFactory factory, EngineJob job, List<TrialPlan> plans) {
        this.factory = factory;
        this.job = job;
        this.plans = plans;
    }

    /** A process for a trial; another is started ahead when more trials follow. */
    synchronized WorkerProcess take(TrialPlan plan) {
        begun++;
        Spare waiting = spare;
        spare = null;
        WorkerProcess process;
        if (waiting != null && waiting.scenario().equals(plan.scenario())) {
            process = waiting.process();
        } else {
            close(waiting);
            process = fresh(plan);
        }
        if (begun < plans.size() && !closed) {
            TrialPlan next = plans.get(begun);
            spare = new Spare(next.scenario(), fresh(next));
        }
        return process;
    }

    /** A process for a trial that is tried again. */
    synchronized WorkerProcess fresh(TrialPlan plan) {
        started++;
        ProcessLog log = new ProcessLog(job.logs().resolve("process-" + started + ".log"));
        try {
            return new WorkerProcess(factory, log, prepare(plan.scenario()));
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
