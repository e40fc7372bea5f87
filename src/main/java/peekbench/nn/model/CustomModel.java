package peekbench.nn.model;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/**
 * A network of the user's own, layer by layer; each layer's name is the cut after it.
 *
 * <pre>{@code
 * model:
 *   name: layers
 *   layers:
 *     - {name: conv1, kind: convolution, output-channels: 16, kernel: 3, padding: 1}
 *     - {name: relu1, kind: relu}
 *     - {name: flatten, kind: flatten}
 *     - {name: fc1, kind: dense, outputs: 10}
 * }</pre>
 *
 * @param layers in order of computation; the last gives the outputs that the data need
 */
@Name("layers")
@Summary("A network of your own, layer by layer")
public record CustomModel(
        @Summary("each with a name, a kind and the kind's sizes, in order; the last gives the outputs")
        List<NamedLayer> layers)
        implements ModelOptions {
    private static final String NAME = "layers";

    /** @throws ConfigurationException when there are no layers, or for each name that is taken */
    public CustomModel {
        layers = List.copyOf(layers);
        Problems problems = new Problems();
        if (layers.size() < 2) {
            problems.add(
                    NAME,
                    "has " + layers.size() + " entries; it must have at least 2, so that there is a cut between them.");
        }
        NamedLayer.checkDistinct(NAME, layers, problems);
        problems.throwIfAny();
    }

    @Override
    public List<String> cuts() {
        return layers.stream().limit(layers.size() - 1L).map(NamedLayer::name).toList();
    }

    @Override
    public Architecture anyOutputs(Shape input) {
        return new Architecture(NAME, input, layers);
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        Architecture network = anyOutputs(input);
        if (!network.output().equals(Shape.of(outputs))) {
            NamedLayer last = layers.get(layers.size() - 1);
            throw new ConfigurationException("The last layer (" + last.name() + ") of model (" + NAME + ") gives ("
                    + network.output() + ") for examples of (" + input + "), but the data need (" + outputs
                    + "). End with a dense layer of " + outputs + " outputs.");
        }
        return network;
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
