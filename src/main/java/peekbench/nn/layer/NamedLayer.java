package peekbench.nn.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Inlined;

/**
 * A layer within an architecture.
 *
 * @param name unique within the architecture; the name of the cut after it, and of its initial weights' seed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record NamedLayer(String name, @Inlined LayerSpec spec) {
    /** @throws peekbench.problem.ConfigurationException when the name is not of small letters, digits and dashes */
    public NamedLayer {
        Problems problems = new Problems();
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            problems.add("name", "is (" + name + "); it names a cut: small letters, digits and dashes, as in conv1.");
        }
        problems.throwIfAny();
    }

    /** The same layers, none of which brings weights along. */
    public static List<NamedLayer> withoutWeights(List<NamedLayer> layers) {
        return layers.stream()
                .map(layer -> new NamedLayer(layer.name(), layer.spec().withoutWeights()))
                .toList();
    }

    /**
     * Notes every name that a layer before has too.
     *
     * @param path where the layers are, for messages
     */
    public static void checkDistinct(String path, List<NamedLayer> layers, Problems problems) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < layers.size(); place++) {
            String name = layers.get(place).name();
            Integer first = places.putIfAbsent(name, place);
            if (first != null) {
                problems.add(
                        path + "[" + place + "].name",
                        "is (" + name + "), as is that of " + path + "[" + first + "]; give each layer its own.");
            }
        }
    }
}
