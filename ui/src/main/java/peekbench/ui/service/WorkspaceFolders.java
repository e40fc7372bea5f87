package peekbench.ui.service;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in what was opened, which is a workspace, its folder {@code results} or a result folder in that. */
public final class WorkspaceFolders {
    private static final String RESULTS = "results";

    private WorkspaceFolders() {}

    /** Where commands work: the workspace, which holds scenarios and results. */
    public static Path home(Path opened) {
        Path at = opened.toAbsolutePath().normalize();
        Path parent = at.getParent();
        if (is(at) && parent != null) {
            return parent;
        }
        if (parent != null && is(parent) && parent.getParent() != null && !Files.isDirectory(at.resolve(RESULTS))) {
            return parent.getParent();
        }
        return at;
    }

    private static boolean is(Path folder) {
        return folder.endsWith(RESULTS);
    }

    /** Below which runs leave their journals: the results of the workspace, else the folder itself. */
    public static Path runs(Path opened) {
        Path results = home(opened).resolve(RESULTS);
        return Files.isDirectory(results) ? results : opened.toAbsolutePath().normalize();
    }
}
