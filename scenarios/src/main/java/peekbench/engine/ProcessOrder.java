package peekbench.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import peekbench.result.Existing;
import peekbench.result.TrialKey;
import peekbench.result.file.Json;
import peekbench.result.provenance.Provenance;

/** What a run tells a trial process: one line of JSON, whose only key names the order. */
sealed interface ProcessOrder {

    /**
     * Load engine, plug-ins and data, and say when that is done.
     *
     * @param scenario with every default spelled out
     * @param plugins folders, as {@code --plugins} takes them
     * @param data a folder with a folder a data set
     * @param mirror an address with a folder a data set
     */
    record Prepare(JsonNode scenario, String plugins, Optional<String> data, Optional<String> mirror)
            implements ProcessOrder {}

    /**
     * Run a trial of the scenario.
     *
     * @param name what events call it
     * @param key its name in the result folder
     * @param provenance what is stored with it; holds the point of the scenario that it is
     * @param results the result folder
     * @param existing what becomes of the trial when it is complete there
     * @param attempt counted from 1
     * @param last whether the process ends after it
     */
    record Trial(
            String name,
            TrialKey key,
            Provenance provenance,
            String results,
            Existing existing,
            int attempt,
            boolean last)
            implements ProcessOrder {}

    /** The order as a line, without its end. */
    default String line() {
        return JsonNodeFactory.instance
                .objectNode()
                .set(Json.key(getClass().getSimpleName()), Json.tree(this))
                .toString();
    }

    /**
     * The order of a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ProcessOrder of(String line) {
        try {
            JsonNode tree = Json.parse(line);
            return tree.has("prepare")
                    ? Json.read(tree.path("prepare"), Prepare.class)
                    : Json.read(tree.path("trial"), Trial.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no order to a trial process: " + line, e);
        }
    }
}
