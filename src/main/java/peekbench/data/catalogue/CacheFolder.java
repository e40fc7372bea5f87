package peekbench.data.catalogue;

import java.nio.file.Path;
import java.util.Optional;

/** The one folder that is written to besides the results. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The environment's {@code PEEKBENCH_CACHE}, else {@code peekbench} in the user's cache folder. */
    public static Path path() {
        return environment("PEEKBENCH_CACHE")
                .or(() -> environment("XDG_CACHE_HOME").map(path -> path.resolve("peekbench")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "peekbench"));
    }

    /** A folder that the environment names. */
    static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
