package peekbench.deeplearning4j;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex that is written. */
sealed interface Piece {
    String name();

    /** Names of those before it. */
    List<String> inputs();

    /**
     * A layer with its weights by DeepLearning4J's names; each has the shape that the layer wants, or its length.
     *
     * @param preprocessor what brings its input into form
     */
    record Computing(
            String name,
            List<String> inputs,
            Layer layer,
            Optional<InputPreProcessor> preprocessor,
            Map<String, INDArray> weights)
            implements Piece {
        Computing with(Layer other) {
            return new Computing(name, inputs, other, preprocessor, weights);
        }
    }

    /** What joins paths. */
    record Joining(String name, List<String> inputs, GraphVertex vertex) implements Piece {}
}
