package peekbench.ui.model;

import java.nio.file.Path;
import java.util.Optional;

/** What of the person's desk the models ask for: dialogs, clipboard, other programs. */
public interface Desk {
    /** Asks for a folder. */
    Optional<Path> chooseFolder(Optional<Path> startAt);

    /**
     * Asks where to write a file.
     *
     * @param name that it is given unless another is chosen
     */
    Optional<Path> chooseFile(String name);

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Shows a folder in the system's file manager. */
    void show(Path folder);
}
