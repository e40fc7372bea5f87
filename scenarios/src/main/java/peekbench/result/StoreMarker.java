package peekbench.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;

/** The file that says that a folder is one of results, so that nobody else's files are ever written over. */
final class StoreMarker {
    static final String FILE = "peekbench-results.json";
    private static final String RESULTS = "results";

    private StoreMarker() {}

    /**
     * Marks a folder that is empty or, from before there were markers, holds a trial.
     *
     * @throws ConfigurationException when the folder holds something else, or is of a newer Peekbench
     * @throws IOException when it cannot be read or written
     */
    static void mark(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            check(file);
            return;
        }
        if (!isOurs(folder)) {
            throw new ConfigurationException("The folder " + folder + " holds files but no results of Peekbench ("
                    + FILE + " is missing), and nothing in it is written over. Choose an empty or new folder with"
                    + " --out DIR.");
        }
        try {
            write(folder);
        } catch (ResultStoreException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Writes the marker whatever the folder holds. */
    static void write(Path folder) {
        AtomicFile.write(
                folder.resolve(FILE),
                aside -> Files.write(
                        aside,
                        Json.bytes(Json.MAPPER
                                .createObjectNode()
                                .put("peekbench", RESULTS)
                                .put("format", ResultStore.FORMAT))));
    }

    /** Whether a folder is marked, or looks as ours did before there were markers. */
    static boolean isOurs(Path folder) throws IOException {
        if (Files.exists(folder.resolve(FILE))) {
            return true;
        }
        List<Path> entries;
        try (Stream<Path> found = Files.list(folder)) {
            entries = found.toList();
        }
        return entries.stream().allMatch(StoreMarker::isHidden)
                || entries.stream().anyMatch(StoreMarker::isTrial);
    }

    /** What runs leave that never completed a trial, and what file managers leave. */
    private static boolean isHidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }

    private static boolean isTrial(Path entry) {
        try {
            JsonNode trial = Json.MAPPER.readTree(Files.readAllBytes(entry.resolve(StoreFolder.TRIAL_FILE)));
            return trial.path("format").isInt() && trial.path("key").path("id").isTextual();
        } catch (IOException e) {
            return false;
        }
    }

    private static void check(Path file) throws IOException {
        JsonNode marker = Json.MAPPER.readTree(Files.readAllBytes(file));
        if (!marker.path("peekbench").asText().equals(RESULTS)) {
            throw new ConfigurationException(file + " does not say that its folder holds results of Peekbench."
                    + " Choose another folder with --out DIR.");
        }
        if (marker.path("format").asInt() > ResultStore.FORMAT) {
            throw new ConfigurationException(file + " has format " + marker.path("format")
                    + ", written by a newer Peekbench; this one writes format " + ResultStore.FORMAT
                    + ". Update Peekbench, or choose another folder with --out DIR.");
        }
    }
}
