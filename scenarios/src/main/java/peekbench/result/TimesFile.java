package peekbench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import peekbench.result.file.Json;

/**
 * What differs between two runs of one trial on one machine: in {@code times.json}, so that all other files compare byte by
 * byte. Trials of format 1 have it among the rest.
 */
final class TimesFile {
    private static final List<String> OF_TRIAL = List.of("started", "training-seconds", "total-seconds");
    private static final String PROVENANCE = "provenance";
    private static final String THREADS = "threads";
    private static final String EPOCHS = "epoch-seconds";
    private static final String SECONDS = "seconds";

    private TimesFile() {}

    /** Takes the times out of {@code trial.json}. */
    static ObjectNode split(ObjectNode trial, List<Double> epochSeconds) {
        ObjectNode times = Json.MAPPER.createObjectNode();
        OF_TRIAL.forEach(key -> times.set(key, trial.remove(key)));
        if (trial.get(PROVENANCE) instanceof ObjectNode provenance) {
            times.set(THREADS, provenance.remove(THREADS));
        }
        ArrayNode seconds = times.putArray(EPOCHS);
        epochSeconds.forEach(seconds::add);
        return times;
    }

    /** Puts the times back. */
    static void join(JsonNode trial, JsonNode times) {
        if (trial instanceof ObjectNode whole && whole.get(PROVENANCE) instanceof ObjectNode provenance) {
            OF_TRIAL.forEach(key -> whole.set(key, times.path(key)));
            provenance.set(THREADS, times.path(THREADS));
        }
    }

    /** A line of {@code metrics.jsonl} without its time. */
    static JsonNode withoutSeconds(EpochMetrics epoch) {
        ObjectNode line = Json.MAPPER.valueToTree(epoch);
        line.remove(SECONDS);
        return line;
    }

    /** A line of {@code metrics.jsonl} with its time, which it has itself in format 1. */
    static void joinSeconds(ObjectNode line, JsonNode times, int index) {
        if (!line.has(SECONDS)) {
            line.set(SECONDS, times.path(EPOCHS).path(index));
        }
    }
}
