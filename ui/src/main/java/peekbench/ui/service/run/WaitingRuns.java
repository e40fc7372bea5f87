package peekbench.ui.service.run;

import java.nio.file.Path;
import java.util.List;

/** Keeps the runs that wait for others to end. Called away from the window's thread. */
public interface WaitingRuns {
    /** Those of a workspace, the next first; none where nothing was kept or what was kept cannot be read. */
    List<RunRequest> read(Path workspace);

    /**
     * Keeps them in place of those before.
     *
     * @throws peekbench.result.file.ResultStoreException when the disk refuses
     */
    void write(Path workspace, List<RunRequest> requests);
}
