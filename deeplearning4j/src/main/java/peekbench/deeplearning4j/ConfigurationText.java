package peekbench.deeplearning4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import peekbench.problem.ConfigurationException;

/**
 * The JSON that describes a network, before DeepLearning4J makes objects of it. It names classes to be made; here only those
 * pass that describe layers, and what is handed on is written anew from what was checked, so that two readers cannot
 * understand it differently.
 */
final class ConfigurationText {
    private static final String CLASS = "@class";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where classes that only describe something live. */
    private static final List<String> DESCRIPTIONS = List.of(
            "org.deeplearning4j.nn.conf.",
            "org.deeplearning4j.nn.weights.",
            "org.deeplearning4j.nn.modelimport.keras.layers.",
            "org.deeplearning4j.nn.modelimport.keras.preprocessors.",
            "org.nd4j.linalg.activations.impl.",
            "org.nd4j.linalg.lossfunctions.impl.",
            "org.nd4j.linalg.learning.config.",
            "org.nd4j.linalg.learning.regularization.",
            "org.nd4j.linalg.schedule.");

    /** Among them those that run code of their own. */
    private static final List<String> PROGRAMS = List.of(
            "org.deeplearning4j.nn.conf.layers.samediff.", "org.deeplearning4j.nn.modelimport.keras.layers.TFOpLayer");

    private final String file;
    private final JsonNode root;

    private ConfigurationText(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads and checks a configuration.
     *
     * @param file names it in messages
     * @throws ConfigurationException when it is no JSON or names a class that does not describe a layer
     */
    static ConfigurationText of(String file, String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root == null || !root.isObject()) {
                throw new ConfigurationException(
                        "The network (" + file + ") has a configuration that is no JSON object."
                                + " Write it with DeepLearning4J's ModelSerializer.");
            }
            ConfigurationText text = new ConfigurationText(file, root);
            text.check(root, "");
            return text;
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("The network (" + file + ") has a configuration that is no JSON: "
                    + e.getOriginalMessage() + ". Write it with DeepLearning4J's ModelSerializer.");
        }
    }

    private void check(JsonNode node, String layer) {
        String within =
                node.path("layerName").isTextual() ? node.path("layerName").asText() : layer;
        if (node.has(CLASS)) {
            String name = node.path(CLASS).asText();
            if (DESCRIPTIONS.stream().noneMatch(name::startsWith)
                    || PROGRAMS.stream().anyMatch(name::startsWith)) {
                throw new ConfigurationException("The network (" + file + ") names the class (" + shortened(name) + ")"
                        + (within.isEmpty() ? "" : " in layer (" + within + ")")
                        + ", which does not come with DeepLearning4J's layers or computes by code of its own; a network"
                        + " file is read as data. Replace that layer by one of DeepLearning4J's.");
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            check(field.getValue(), within);
        }
        if (node.isArray()) {
            node.forEach(element -> check(element, within));
        }
    }

    private static String shortened(String name) {
        int most = 100;
        return name.length() > most ? name.substring(0, most) + "…" : name;
    }

    /** Whether it describes layers one after the other; otherwise it describes a graph. */
    boolean isMultiLayer() {
        return root.has("confs");
    }

    /** Whether it describes a graph. */
    boolean isGraph() {
        return root.has("vertices");
    }

    String json() {
        return root.toString();
    }
}
