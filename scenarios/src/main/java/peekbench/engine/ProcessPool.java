package peekbench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import peekbench.journal.RunFiles;
import peekbench.result.file.ResultStoreException;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioFormat;

/**
 * The trial processes of a run. One that has completed a trial does the next, since its code is compiled by then: that costs
 * several seconds of a core, a third of a small trial. After as many trials as its factory allows it ends, and its successor
 * has been started ahead. A process whose trial did not complete does no other.
 */
final class ProcessPool implements AutoCloseable {
    private final ProcessFactory factory;
    private final EngineJob job;
    private final List<QueuedTrial> trials;
    private final Deque<WorkerProcess> waiting = new ArrayDeque<>();
    private int begun;
    private int started;
    private boolean closed;

    /** @param trials taken in this order, or nearly so */
    ProcessPool(ProcessFactory factory, EngineJob job, List<QueuedTrial> trials) {
        this.factory = factory;
        this.job = job;
        this.trials = trials;
    }

    /** A process for as long as a trial needs it. */
    final class Lease implements AutoCloseable {
        private final WorkerProcess process;
        private boolean completed;

        private Lease(WorkerProcess process) {
            this.process = process;
        }

        WorkerProcess process() {
            return process;
        }

        /** Its trial is complete, so that it may do another. */
        void completed() {
            completed = true;
        }

        @Override
        public void close() {
            if (completed && takenBack(process)) {
                return;
            }
            process.end();
            if (completed) {
                process.log().remove();
            }
        }
    }

    /** A process for a trial; where it can do no other after it, its successor is started ahead when more trials follow. */
    Lease take(QueuedTrial trial) {
        WorkerProcess process = waiting(trial.plan().scenario());
        startAhead(process);
        return new Lease(process);
    }

    /** A new process, for a trial that is tried again. */
    Lease fresh(QueuedTrial trial) {
        return new Lease(start(trial.plan().scenario()));
    }

    private WorkerProcess waiting(Scenario scenario) {
        Optional<WorkerProcess> found;
        List<WorkerProcess> useless;
        synchronized (this) {
            begun++;
            useless = waiting.stream()
                    .filter(process -> !process.canServe(scenario))
                    .toList();
            waiting.removeAll(useless);
            found = waiting.stream()
                    .filter(process -> process.isPreparedFor(scenario))
                    .findFirst()
                    .or(() -> Optional.ofNullable(waiting.peek()));
            found.ifPresent(waiting::remove);
        }
        useless.forEach(ProcessPool::discard);
        if (found.isEmpty()) {
            return start(scenario);
        }
        if (!found.get().isPreparedFor(scenario)) {
            found.get().prepare(scenario, prepare(scenario));
        }
        return found.get();
    }

    private synchronized void startAhead(WorkerProcess process) {
        if (process.isOnItsLast() && begun < trials.size() && !closed && waiting.isEmpty()) {
            waiting.add(start(trials.get(begun).plan().scenario()));
        }
    }

    private synchronized WorkerProcess start(Scenario scenario) {
        started++;
        ProcessLog log = new ProcessLog(job.logs().resolve(RunFiles.logOfProcess(started)));
        try {
            WorkerProcess process = new WorkerProcess(factory, log);
            process.prepare(scenario, prepare(scenario));
            return process;
        } catch (IOException e) {
            throw ResultStoreException.writing(log.file(), e);
        }
    }

    private synchronized boolean takenBack(WorkerProcess process) {
        boolean wanted = !closed && trials.size() - begun > waiting.size();
        if (!wanted || process.isSpent()) {
            return false;
        }
        process.forget();
        waiting.push(process);
        return true;
    }

    private ProcessOrder.Prepare prepare(Scenario scenario) {
        return new ProcessOrder.Prepare(
                ScenarioFormat.tree(scenario),
                job.catalogue().folders().text(),
                job.sources().folder().map(Path::toString),
                job.sources().mirror().map(Object::toString));
    }

    @Override
    public void close() {
        List<WorkerProcess> unused;
        synchronized (this) {
            closed = true;
            unused = List.copyOf(waiting);
            waiting.clear();
        }
        unused.forEach(ProcessPool::discard);
    }

    /** What it printed is of no trial. */
    private static void discard(WorkerProcess process) {
        process.end();
        process.log().remove();
    }
}
