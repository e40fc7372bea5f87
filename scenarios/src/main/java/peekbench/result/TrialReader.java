package peekbench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import peekbench.evaluation.Score;
import peekbench.problem.ConfigurationException;
import peekbench.result.provenance.SoftwareInfo;

/** Reads the folder of one trial. */
final class TrialReader {
    private TrialReader() {}

    static StoredTrial read(Path folder) {
        return new StoredTrial(
                folder,
                info(folder),
                epochs(folder.resolve(StoreFolder.METRICS_FILE)),
                scores(folder.resolve(StoreFolder.SCORES_FILE)));
    }

    /** Which trial it is, and how it ended. */
    static TrialInfo info(Path folder) {
        Path file = folder.resolve(StoreFolder.TRIAL_FILE);
        return parse(file, () -> {
            JsonNode tree = Json.MAPPER.readTree(Files.readAllBytes(file));
            checkFormat(file, tree.path("format"));
            OlderTrials.complete(tree);
            return Json.MAPPER.treeToValue(tree, TrialInfo.class);
        });
    }

    private static void checkFormat(Path file, JsonNode format) {
        if (!format.isInt() || format.intValue() < 1) {
            throw new ConfigurationException(
                    file + " has no format number; it is not a trial of Peekbench. Choose a folder that a run wrote.");
        }
        if (format.intValue() > ResultStore.FORMAT) {
            throw new ConfigurationException(file + " has format " + format.intValue()
                    + ", written by a newer Peekbench; this one ("
                    + SoftwareInfo.current().version()
                    + ") reads format " + ResultStore.FORMAT
                    + " and older. Update Peekbench, or write new results to another folder with --out DIR.");
        }
    }

    private static List<EpochMetrics> epochs(Path file) {
        return parse(file, () -> {
            try (MappingIterator<EpochMetrics> lines =
                    Json.MAPPER.readerFor(EpochMetrics.class).readValues(Files.readAllBytes(file))) {
                return lines.readAll();
            }
        });
    }

    private static List<Score> scores(Path file) {
        return parse(file, () -> Json.MAPPER.readValue(Files.readAllBytes(file), new TypeReference<List<Score>>() {}));
    }

    private static <T> T parse(Path file, Source<T> source) {
        try {
            return source.read();
        } catch (JsonProcessingException e) {
            throw new ResultStoreException(
                    "Could not read " + file + ": " + e.getOriginalMessage()
                            + (e.getLocation() == null
                                    ? ""
                                    : " (line " + e.getLocation().getLineNr() + ")")
                            + ". Delete the trial's folder and run the trial again.",
                    e);
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }

    @FunctionalInterface
    private interface Source<T> {
        T read() throws IOException;
    }
}
