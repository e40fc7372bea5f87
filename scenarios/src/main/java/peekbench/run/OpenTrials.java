package peekbench.run;

import java.util.LinkedHashSet;
import java.util.Set;
import peekbench.engine.RunControl;

/**
 * The trials that run. When the program is interrupted they are stopped and what was written of them is removed; should that
 * not succeed, the next run of the trial does it.
 */
final class OpenTrials implements RunControl, AutoCloseable {
    private final Runnable whenInterrupted;
    private final Set<Open> running = new LinkedHashSet<>();
    private final Thread hook = new Thread(this::interrupt, "interrupted");
    private boolean interrupted;

    /** @param whenInterrupted called when what was being written is removed */
    OpenTrials(Runnable whenInterrupted) {
        this.whenInterrupted = whenInterrupted;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A trial that runs. */
    private final class Open implements Running {
        private final Runnable stop;

        Open(Runnable stop) {
            this.stop = stop;
        }

        @Override
        public boolean stopped() {
            return interrupted();
        }

        @Override
        public void close() {
            forget(this);
        }
    }

    @Override
    public boolean mayBegin(String trial) {
        return !interrupted();
    }

    @Override
    public synchronized Running running(String trial, Runnable stop) {
        if (interrupted) {
            stop.run();
        }
        Open open = new Open(stop);
        running.add(open);
        return open;
    }

    private synchronized void forget(Open open) {
        running.remove(open);
    }

    private synchronized boolean interrupted() {
        return interrupted;
    }

    private void interrupt() {
        Set<Open> all;
        synchronized (this) {
            interrupted = true;
            all = Set.copyOf(running);
        }
        // Side by side, since a process may take a while to go.
        all.parallelStream().forEach(open -> open.stop.run());
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
