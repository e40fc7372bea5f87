package peekbench.ui.service.run;

/** Begins runs. */
public interface RunProcesses {
    /**
     * Starts a run in a process of its own, which outlives this one. Called away from the window's thread.
     *
     * @throws peekbench.result.file.ResultStoreException when it cannot be started
     */
    StartedRun start(RunRequest request);
}
