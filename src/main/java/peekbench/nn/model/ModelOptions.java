package peekbench.nn.model;

import java.util.List;
import org.apiguardian.api.API;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;

/** A network of the model catalogue; knows its layers for any input it can take. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface ModelOptions {
    /** An input that every network of the catalogue takes; {@link CustomModel} has no such input and lists its own cuts. */
    Shape TYPICAL_INPUT = Shape.of(3, 32, 32);

    /**
     * The network for inputs and outputs of these sizes.
     *
     * @param input the shape of one example
     * @param outputs how many classes or real numbers are predicted
     * @throws peekbench.problem.ConfigurationException when the input does not fit; names the layer and the size
     */
    Architecture architecture(Shape input, int outputs);

    /**
     * The network for inputs of this size with whatever outputs it has: two where that can be chosen. For a look at its layers.
     *
     * @throws peekbench.problem.ConfigurationException when the input does not fit; names the layer and the size
     */
    default Architecture anyOutputs(Shape input) {
        return architecture(input, 2);
    }

    /** The names of its cuts, which are the same for every input that it takes. */
    default List<String> cuts() {
        return architecture(TYPICAL_INPUT, 2).cuts();
    }
}
