package peekbench.engine;

import java.nio.file.Path;
import java.util.Optional;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.result.Beginning;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;
import peekbench.result.file.ResultStoreException;
import peekbench.result.provenance.Provenance;

/** The attempts at one trial, the second in a process that has done nothing else. */
final class TrialAttempts {
    private static final int MOST = 2;

    private final QueuedTrial trial;
    private final EngineJob job;
    private final ProcessPool pool;
    private final TrialKey key;
    private final Provenance provenance;

    TrialAttempts(QueuedTrial trial, EngineJob job, ProcessPool pool) {
        this.trial = trial;
        this.job = job;
        this.pool = pool;
        this.key = trial.key();
        this.provenance = job.provenance().apply(trial);
    }

    /** What was stored; empty when the trial was stopped. */
    Optional<StoredTrial> run() throws InterruptedException {
        return attempt(1);
    }

    private Optional<StoredTrial> attempt(int attempt) throws InterruptedException {
        try (ProcessPool.Lease lease = attempt == 1 ? pool.take(trial) : pool.fresh(trial);
                RunControl.Running running = job.control().running(trial.name(), lease.process()::end)) {
            WorkerProcess process = lease.process();
            process.give(order(attempt, process.isOnItsLast()), job.events());
            WorkerProcess.Ending ending = process.await(job.limits().time());
            if (running.stopped()) {
                process.end();
                process.log().remove();
                job.events().accept(TrialEnds.stopped(trial.name(), process.share()));
                return Optional.empty();
            }
            if (ending instanceof WorkerProcess.Ending.Stored stored) {
                return Optional.of(stored(lease, stored.last(), attempt));
            }
            process.kill();
            if (ending instanceof WorkerProcess.Ending.Unwritten unwritten) {
                throw unwritten(process, unwritten.error(), attempt);
            }
            String reason = reason(ending);
            if (!(ending instanceof WorkerProcess.Ending.Vanished) || attempt == MOST) {
                return Optional.of(fail(process, reason, attempt));
            }
            job.events().accept(failed(process, reason, keep(process, attempt), true));
        }
        return attempt(attempt + 1);
    }

    private ProcessOrder.Trial order(int attempt, boolean last) {
        return new ProcessOrder.Trial(
                trial.name(), key, provenance, trial.store().path().toString(), job.existing(), attempt, last);
    }

    private StoredTrial stored(ProcessPool.Lease lease, TrialEvent last, int attempt) {
        WorkerProcess process = lease.process();
        Optional<StoredTrial> stored;
        if (last instanceof TrialEvent.Failed failed) {
            process.end();
            job.events().accept(failed(process, failed.error(), keep(process, attempt), false));
            stored = trial.store().findFailed(key.id());
        } else {
            lease.completed();
            job.events().accept(last);
            stored = trial.store().find(key.id());
        }
        return stored.orElseThrow(() -> new IllegalStateException("Trial " + key.id() + " was removed from "
                + trial.store().path() + " as soon as it was there. Run it again."));
    }

    private ResultStoreException unwritten(WorkerProcess process, String error, int attempt) {
        TrialProcessException cause = new TrialProcessException(
                "The end of what it printed:\n" + process.log().tail());
        job.events().accept(failed(process, error, keep(process, attempt), false));
        return new ResultStoreException(error, cause);
    }

    private StoredTrial fail(WorkerProcess process, String reason, int attempt) throws InterruptedException {
        String tail = process.log().tail();
        TrialProcessException error =
                new TrialProcessException(reason + (tail.isEmpty() ? "" : "\nThe end of what it printed:\n" + tail));
        StoredTrial stored = store(error);
        if (stored.completed()) {
            process.log().remove();
            job.events().accept(TrialEnds.of(trial.name(), stored));
            return stored;
        }
        job.events().accept(failed(process, reason, keep(process, attempt), false));
        return stored;
    }

    /** As failed, unless another run completes it at the same time. */
    private StoredTrial store(TrialProcessException error) throws InterruptedException {
        Beginning beginning = trial.store().beginWaiting(key, provenance, job.existing());
        if (beginning instanceof Beginning.Complete complete) {
            return complete.trial();
        }
        try (TrialWriter writer = ((Beginning.Writing) beginning).writer()) {
            return writer.fail(error);
        }
    }

    private Optional<Path> keep(WorkerProcess process, int attempt) {
        return process.log().keepAs(trial.name() + (attempt == 1 ? "" : "." + attempt) + ".log");
    }

    private TrialEvent failed(WorkerProcess process, String error, Optional<Path> log, boolean again) {
        return new TrialEvent.Failed(
                EventJson.now(), trial.name(), process.share(), error, log.map(Path::toString), again);
    }

    private static String reason(WorkerProcess.Ending ending) {
        if (ending instanceof WorkerProcess.Ending.Vanished vanished) {
            return "The trial's process ended " + JavaProcesses.ending(vanished.code()) + " before the trial did.";
        }
        if (ending instanceof WorkerProcess.Ending.Overtime over) {
            return "The trial was ended at its time limit of " + over.limit().toSeconds()
                    + " s. Raise --time-limit, or make the trial smaller.";
        }
        return "The trial's process could not do it: " + ((WorkerProcess.Ending.Unfit) ending).error();
    }
}
