package peekbench.ui.model;

import java.nio.file.Path;
import java.util.Optional;

/** What of the person's desk the models ask for: dialogs, clipboard, other programs. */
public interface Desk {
    /** Asks for a folder. */
    Optional<Path> chooseFolder(Optional<Path> startAt);

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Shows a folder in the system's file manager. */
    void show(Path folder);
}
