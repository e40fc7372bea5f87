package peekbench.deeplearning4j;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;

/**
 * A place in a network of DeepLearning4J where numbers are computed: a layer, or what joins several.
 *
 * @param name as its file calls it
 * @param configuration what it is
 * @param inputs names of those it takes numbers from, in order
 * @param parametersFrom where its parameters begin in the network's flat vector
 * @param parameterCount how many it has
 */
record Vertex(String name, GraphVertex configuration, List<String> inputs, long parametersFrom, long parameterCount) {
    Vertex {
        inputs = List.copyOf(inputs);
    }
}
