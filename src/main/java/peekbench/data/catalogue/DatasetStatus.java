package peekbench.data.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Where a data set stands.
 *
 * @param name in scenarios
 * @param summary one sentence
 * @param embedded whether it comes with the program
 * @param folder where its files were found
 * @param files each pinned file, when they were checked; none otherwise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DatasetStatus(
        String name, String summary, boolean embedded, Optional<Path> folder, List<FileStatus> files) {
    public DatasetStatus {
        files = List.copyOf(files);
    }

    /** Whether it can be loaded without a download. */
    public boolean present() {
        return embedded || folder.isPresent();
    }

    /**
     * The outcome of a check.
     *
     * @param file its name
     * @param state what was found
     */
    public record FileStatus(String file, State state) {}

    /** What was found of a pinned file. */
    public enum State {
        /** It has the pinned checksum. */
        RIGHT,
        /** It has another checksum. */
        DIFFERENT,
        /** It is not there; another layout of the same set may be. */
        MISSING
    }
}
