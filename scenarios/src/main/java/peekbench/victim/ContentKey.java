package peekbench.victim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import peekbench.data.Sha256;

/**
 * Names a thing by all that it depends on.
 *
 * @param hash SHA-256 over the JSON of what it depends on, with keys in alphabetical order and no white space, in hexadecimal
 */
public record ContentKey(String hash) {

    /** The key of whatever depends on this and nothing else. */
    public static ContentKey of(JsonNode dependencies) {
        Sha256 digest = new Sha256();
        digest.update(sorted(dependencies).toString().getBytes(StandardCharsets.UTF_8));
        return new ContentKey(HexFormat.of().formatHex(digest.finish()));
    }

    private static JsonNode sorted(JsonNode tree) {
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        if (tree instanceof ObjectNode object) {
            SortedMap<String, JsonNode> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                fields.put(field.getKey(), sorted(field.getValue()));
            }
            return JsonNodeFactory.instance.objectNode().setAll(fields);
        }
        return tree;
    }
}
