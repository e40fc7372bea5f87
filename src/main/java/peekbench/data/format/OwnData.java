package peekbench.data.format;

import java.nio.file.Path;
import java.util.Objects;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;

/** A user's own data in files, described in a scenario. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface OwnData permits ImageFolder, TableFile, ArrayFile, IdxFolder, CifarFolder {
    /** Where they are. */
    String path();

    /**
     * Reads the records under a name of their own.
     *
     * @throws peekbench.problem.ConfigurationException when files are missing or damaged, or do not fit together
     */
    Dataset load(String name, LoadProgress progress);

    /** {@link #load(String, LoadProgress)} under the file's or folder's name, with nobody watching. */
    default Dataset load() {
        return load(fileName(), LoadProgress.none());
    }

    /** The last name of the path, which they are called by where a scenario gives no other. */
    default String fileName() {
        Path file = Path.of(path()).toAbsolutePath().normalize().getFileName();
        return Objects.requireNonNullElse(file, Path.of("data")).toString();
    }
}
