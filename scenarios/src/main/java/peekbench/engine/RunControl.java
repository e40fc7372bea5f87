package peekbench.engine;

import org.apiguardian.api.API;

/** Says what may begin and what must end. Engines ask it from several threads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface RunControl {
    /** Whether a trial may begin; waits for the answer as long as the run is paused. Asked once for each, when it could. */
    boolean mayBegin(String trial) throws InterruptedException;

    /** Whether none may begin any more: who waits for something before a trial can begin need not. */
    default boolean ending() {
        return false;
    }

    /**
     * A trial runs.
     *
     * @param stop ends it at once, removing what was written of it; called from any thread, at most once
     */
    Running running(String trial, Runnable stop);

    /** A trial that runs; closed when it has ended. */
    interface Running extends AutoCloseable {
        /** Whether it was told to stop. */
        boolean stopped();

        @Override
        void close();
    }
}
