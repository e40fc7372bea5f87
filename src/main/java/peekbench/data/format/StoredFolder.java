package peekbench.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;

/** Reads a user's folder as the catalogue's are read. */
final class StoredFolder {
    /** What a byte can be. */
    private static final int MOST_CLASSES = 256;

    private StoredFolder() {}

    /** As many as there can be, where none are given. */
    static List<String> names(List<String> given) {
        return given.isEmpty()
                ? IntStream.range(0, MOST_CLASSES).mapToObj(Integer::toString).toList()
                : given;
    }

    /** @throws ConfigurationException when the folder does not hold what the format asks for */
    static Dataset load(SetFormat format, String name, Path folder, List<String> given) {
        if (!format.presentIn(folder)) {
            throw new ConfigurationException("The folder (" + folder + ") does not hold " + format.files() + ".");
        }
        Dataset read = format.read(name, folder);
        return given.isEmpty() ? read.withClassesUpToLast() : read;
    }
}
