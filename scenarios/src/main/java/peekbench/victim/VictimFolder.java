package peekbench.victim;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import peekbench.result.file.FileHashes;
import peekbench.result.file.Json;

/**
 * Where a victim is: {@code .victims/KEY/} of a result folder, with {@code victim.npz} and {@code victim.json}, which is
 * written last.
 *
 * @param path the folder of this victim
 */
record VictimFolder(Path path) {
    static final String ALL = ".victims";

    static VictimFolder of(Path results, ContentKey key) {
        return new VictimFolder(results.resolve(ALL).resolve(key.hash()));
    }

    Path arrays() {
        return path.resolve("victim.npz");
    }

    Path description() {
        return path.resolve("victim.json");
    }

    /** Whether a training wrote it to its end. */
    boolean finished() {
        return Files.isRegularFile(description());
    }

    /** What it says of itself. */
    VictimInfo info() throws IOException {
        return Json.read(description(), new TypeReference<VictimInfo>() {});
    }

    /**
     * Holds the arrays to the hash they were stored with.
     *
     * @throws IOException when they differ, or cannot be read
     */
    void check(VictimInfo info) throws IOException {
        if (!info.sha256().equals(sha256())) {
            throw new IOException(arrays().getFileName() + " has another hash than "
                    + description().getFileName() + " says");
        }
    }

    /** Hash of the arrays' file. */
    String sha256() throws IOException {
        return FileHashes.hash(arrays());
    }
}
