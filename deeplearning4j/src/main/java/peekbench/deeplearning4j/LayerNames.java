package peekbench.deeplearning4j;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of DeepLearning4J's layers as names of cuts: small letters, digits and dashes, each once. */
final class LayerNames {
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    LayerNames(List<Vertex> vertices) {
        vertices.forEach(vertex -> names.put(vertex.name(), free(plain(vertex.name()))));
    }

    private static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "layer" : plain;
    }

    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    /** The cut behind a layer. */
    String of(Vertex vertex) {
        return names.getOrDefault(vertex.name(), vertex.name());
    }

    /** The cut at a place within a layer, such as before its activation. */
    String within(Vertex vertex, String place) {
        return free(of(vertex) + "-" + place);
    }
}
