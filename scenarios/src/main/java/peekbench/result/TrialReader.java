package peekbench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peekbench.evaluation.Score;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;
import peekbench.result.provenance.SoftwareInfo;

/** Reads the folder of one trial. */
final class TrialReader {
    private TrialReader() {}

    static StoredTrial read(Path folder) {
        JsonNode times = times(folder);
        return new StoredTrial(
                folder,
                info(folder),
                epochs(folder.resolve(StoreFolder.METRICS_FILE), times),
                scores(folder.resolve(StoreFolder.SCORES_FILE)));
    }

    /** Which trial it is, and how it ended. */
    static TrialInfo info(Path folder) {
        Path file = folder.resolve(StoreFolder.TRIAL_FILE);
        return parse(file, () -> {
            JsonNode tree = Json.MAPPER.readTree(Files.readAllBytes(file));
            checkFormat(file, tree.path("format"));
            if (tree.path("format").intValue() > 1) {
                TimesFile.join(tree, times(folder));
            }
            OlderTrials.complete(tree);
            return Json.MAPPER.treeToValue(tree, TrialInfo.class);
        });
    }

    /** An empty tree for trials of format 1, which have no such file. */
    private static JsonNode times(Path folder) {
        Path file = folder.resolve(StoreFolder.TIMES_FILE);
        return Files.exists(file)
                ? parse(file, () -> Json.MAPPER.readTree(Files.readAllBytes(file)))
                : Json.MAPPER.createObjectNode();
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

    private static List<EpochMetrics> epochs(Path file, JsonNode times) {
        return parse(file, () -> {
            List<EpochMetrics> epochs = new ArrayList<>();
            try (MappingIterator<ObjectNode> lines =
                    Json.MAPPER.readerFor(ObjectNode.class).readValues(Files.readAllBytes(file))) {
                while (lines.hasNextValue()) {
                    ObjectNode line = lines.nextValue();
                    TimesFile.joinSeconds(line, times, epochs.size());
                    epochs.add(Json.MAPPER.treeToValue(line, EpochMetrics.class));
                }
            }
            return epochs;
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
