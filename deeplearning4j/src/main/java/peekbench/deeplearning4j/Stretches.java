package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peekbench.problem.ConfigurationException;

/**
 * A network as stretches between the places that all paths lead through: behind the last vertex of each stretch, and nowhere
 * else, the network can be cut.
 */
final class Stretches {
    private Stretches() {}

    /**
     * The stretches in order; one of a single vertex is a piece of a chain, others have branches.
     *
     * @throws ConfigurationException when a vertex leads nowhere
     */
    static List<List<Vertex>> of(NetworkFile network) {
        Map<String, Integer> readers = new HashMap<>();
        network.vertices().forEach(vertex -> vertex.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        Vertex output = network.vertices().get(network.vertices().size() - 1);
        Set<String> open = new HashSet<>(Set.of(network.input()));
        List<List<Vertex>> stretches = new ArrayList<>();
        List<Vertex> stretch = new ArrayList<>();
        for (Vertex vertex : network.vertices()) {
            for (String input : vertex.inputs()) {
                if (readers.merge(input, -1, Integer::sum) == 0) {
                    open.remove(input);
                }
            }
            if (!readers.containsKey(vertex.name()) && !vertex.name().equals(output.name())) {
                throw new ConfigurationException("The layer (" + vertex.name() + ") of network (" + network.file()
                        + ") leads to nothing that gives the output. Remove it.");
            }
            open.add(vertex.name());
            stretch.add(vertex);
            if (open.equals(Set.of(vertex.name()))) {
                stretches.add(List.copyOf(stretch));
                stretch.clear();
            }
        }
        return stretches;
    }
}
