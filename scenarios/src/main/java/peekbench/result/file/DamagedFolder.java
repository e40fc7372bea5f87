package peekbench.result.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code .damaged/} of a result folder, where damaged things stay, so that a person can look at what is left of them. */
public final class DamagedFolder {
    private static final String NAME = ".damaged";

    private DamagedFolder() {}

    /**
     * Moves a thing there.
     *
     * @param results the result folder
     * @param thing file or folder in it
     * @param name what it is called there, with something unique after it
     * @return where it is now
     */
    public static Path take(Path results, Path thing, String name) throws IOException {
        Path aside = Files.createDirectories(results.resolve(NAME)).resolve(name + TemporaryName.unique());
        return Files.move(thing, aside, StandardCopyOption.ATOMIC_MOVE);
    }
}
