package peekbench.data.format;

import java.nio.file.Path;
import peekbench.data.Dataset;

/** How the files of a data set are laid out in its folder. */
public interface SetFormat {
    /** Whether a folder holds files of this format. */
    boolean presentIn(Path folder);

    /** What a folder must hold, for messages. */
    String files();

    /** Reads whatever parts the folder holds. */
    Dataset read(String name, Path folder);
}
