package peekbench.run;

import java.util.ArrayList;
import java.util.List;
import peekbench.result.TrialWriter;

/**
 * The trials that are being written. When the program is interrupted, what was written of them is removed; should that not
 * succeed, the next run of the trial does it.
 */
final class OpenTrials implements AutoCloseable {
    private final Runnable whenInterrupted;
    private final List<TrialWriter> writers = new ArrayList<>();
    private final Thread hook = new Thread(this::interrupt, "interrupted");
    private boolean interrupted;

    /** @param whenInterrupted called when what was being written is removed */
    OpenTrials(Runnable whenInterrupted) {
        this.whenInterrupted = whenInterrupted;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Watches a writer; closes it at once when the program is ending. */
    synchronized TrialWriter watch(TrialWriter writer) {
        if (interrupted) {
            writer.close();
        }
        writers.add(writer);
        return writer;
    }

    synchronized void forget(TrialWriter writer) {
        writers.remove(writer);
    }

    synchronized boolean interrupted() {
        return interrupted;
    }

    private synchronized void interrupt() {
        interrupted = true;
        writers.forEach(TrialWriter::close);
        whenInterrupted.run();
    }

    /** No longer minds the end of the program. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is running or has run.
            assert interrupted();
        }
    }
}
