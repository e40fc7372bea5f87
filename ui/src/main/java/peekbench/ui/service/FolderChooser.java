package peekbench.ui.service;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for a folder. */
@FunctionalInterface
public interface FolderChooser {
    /** The chosen folder; empty when the dialog was closed. */
    Optional<Path> choose(Optional<Path> startAt);
}
