package peekbench.nn.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.problem.Problems;

/** What is checked of every listed layer. */
final class ListedLayerCheck {
    private ListedLayerCheck() {}

    /**
     * Refuses a name or sizes that cannot be.
     *
     * @param specification makes the layer, whose own mistakes are taken over with its name
     */
    static void check(String name, Supplier<LayerSpec> specification) {
        Problems problems = new Problems();
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            problems.add("name", "is (" + name + "); it names a cut: small letters, digits and dashes, as in conv1.");
        }
        for (Problem mistake : mistakes(specification)) {
            String where = mistake.path().isEmpty() ? "In layer (" + name + "): " : "of layer (" + name + ") ";
            problems.add(mistake.path(), where + mistake.message());
        }
        problems.throwIfAny();
    }

    @SuppressWarnings("ReturnValueIgnored") // asked only whether it can be made
    private static List<Problem> mistakes(Supplier<LayerSpec> specification) {
        try {
            specification.get();
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }

    /** Notes every name that a layer before has too. */
    static void distinct(String path, List<NamedLayer> layers, Problems problems) {
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
