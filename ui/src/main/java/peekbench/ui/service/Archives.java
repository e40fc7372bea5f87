package peekbench.ui.service;

import java.nio.file.Path;

/** Opens the results of a folder. */
@FunctionalInterface
public interface Archives {
    /**
     * Opens a workspace or a result folder; may take long.
     *
     * @throws RuntimeException with a message for people, when there is nothing to be opened
     */
    TrialArchive open(Path folder);
}
