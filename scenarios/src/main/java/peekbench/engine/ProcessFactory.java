package peekbench.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Starts trial processes. */
@FunctionalInterface
interface ProcessFactory {
    /**
     * Starts one that reads {@link ProcessOrder} lines and prints events.
     *
     * @param log takes its standard error; there may be something in it already
     */
    Process start(Path log) throws IOException;
}
