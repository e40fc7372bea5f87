package peekbench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.data.Sha256;
import peekbench.result.file.Json;

/**
 * What decides a trial's figures: two trials of equal work are the same trial, whatever they are called.
 *
 * @param settings SHA-256, in hexadecimal, of the scenario reduced to the trial, as JSON with sorted keys and without the keys
 *     that change no figure
 * @param seed root of every random number
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialWork(String settings, long seed) {
    /** Names, what is kept, and how a grid is made of lists; the seed stands beside the settings. */
    private static final List<String> WITHOUT_EFFECT =
            List.of("format", "name", "title", "seeds", "quick", "store", "budget", "axes", "include", "exclude");

    private static final ObjectWriter SORTED = Json.MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
    private static final int SHORT = 8;
    private static final double USUAL_EPSILON = 1e-5;
    private static final double USUAL_MOMENTUM = .1;

    /**
     * The work of a trial.
     *
     * @param point the scenario reduced to one trial, as {@code ScenarioFormat.tree} makes it or a result folder holds it
     */
    public static TrialWork of(JsonNode point, long seed) {
        JsonNode settings = effective(point);
        try {
            Sha256 digest = new Sha256();
            digest.update(SORTED.writeValueAsString(settings).getBytes(StandardCharsets.UTF_8));
            return new TrialWork(HexFormat.of().formatHex(digest.finish()), seed);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Settings that cannot be written as JSON: " + settings, e);
        }
    }

    /** What of a point can change a figure, and the seed cannot. */
    public static JsonNode effective(JsonNode point) {
        JsonNode settings = Json.canonical(point);
        if (settings instanceof ObjectNode keys) {
            keys.remove(WITHOUT_EFFECT);
            if (keys.get("data") instanceof ObjectNode data
                    && "each-seed".equals(data.path("drawn").asText())) {
                data.remove("drawn"); // as trials were before there was a choice
            }
            withoutLaterDefaults(keys);
        }
        return settings;
    }

    /** Takes options out that came later, where trials do what they did before there was a choice. */
    public static void withoutLaterDefaults(ObjectNode point) {
        if (point.path("attacks").isEmpty()) {
            point.remove("transcript"); // nobody looks at it
        }
        for (JsonNode protocol : point.path("protocols")) {
            if (protocol instanceof ObjectNode options
                    && "sum".equals(options.path("client-losses").asText())) {
                options.remove("client-losses");
            }
        }
        usualBatchNormalization(point.path("model"));
    }

    private static void usualBatchNormalization(JsonNode node) {
        if (node instanceof ObjectNode layer
                && "batch-normalization".equals(layer.path("kind").asText())
                && layer.path("epsilon").asDouble() == USUAL_EPSILON
                && layer.path("momentum").asDouble() == USUAL_MOMENTUM) {
            layer.remove(List.of("epsilon", "momentum"));
        }
        node.forEach(TrialWork::usualBatchNormalization);
    }

    /** The first eight digits of the settings, for names of folders. */
    public String shortSettings() {
        return settings.substring(0, SHORT);
    }
}
