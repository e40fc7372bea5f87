package peekbench.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Starts trial processes, on this machine or another. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface ProcessFactory {
    /** How many trials one process may do, one after another; where it is one, it is told to prepare once. */
    default int trialsEach() {
        return 1;
    }

    /**
     * Starts one that reads orders, a line each: to prepare, then to do a trial, and so on. It prints events.
     *
     * @param log takes its standard error; there may be something in it already
     */
    Process start(Path log) throws IOException;
}
