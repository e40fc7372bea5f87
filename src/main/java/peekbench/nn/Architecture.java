package peekbench.nn;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.LayerSequence;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * A whole network before anybody holds it: its layers in order, each with a name.
 *
 * <p>A cut is named after the layer that the client computes last: {@code conv1} sends the output of the convolution
 * itself, {@code relu1} what the ReLU leaves of it, {@code pool1} the pooled maps.
 *
 * @param name as in scenarios
 * @param input the shape of one example
 * @param layers in order of computation; names are unique
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Architecture(String name, Shape input, List<NamedLayer> layers) {
    public Architecture {
        layers = List.copyOf(layers);
        long distinct = layers.stream().map(NamedLayer::name).distinct().count();
        if (layers.isEmpty() || distinct != layers.size()) {
            throw new ConfigurationException(
                    "The model (" + name + ") must have layers with different names; it has " + names(layers) + ".");
        }
        Shape shape = input;
        for (NamedLayer layer : layers) {
            try {
                shape = layer.spec().outputShape(shape);
            } catch (ConfigurationException e) {
                throw new ConfigurationException("The layer (" + layer.name() + ") of model (" + name
                        + ") does not fit examples of (" + input + "). " + e.getMessage());
            }
        }
    }

    private static List<String> names(List<NamedLayer> layers) {
        return layers.stream().map(NamedLayer::name).toList();
    }

    /** The cuts: every layer but the last, since the server must keep one. */
    public List<String> cuts() {
        return names(layers.subList(0, layers.size() - 1));
    }

    /** The layers up to the cut, which the client holds. */
    public List<NamedLayer> front(String cut) {
        return layers.subList(0, positionAfter(cut));
    }

    /** The layers behind the cut, which the server holds. */
    public List<NamedLayer> back(String cut) {
        return layers.subList(positionAfter(cut), layers.size());
    }

    /**
     * The layers between two cuts.
     *
     * @throws ConfigurationException when {@code to} does not lie behind {@code from}
     */
    public List<NamedLayer> between(String from, String to) {
        int start = positionAfter(from);
        int end = positionAfter(to);
        if (end <= start) {
            throw new ConfigurationException("The cut (" + to + ") does not lie behind (" + from + ") in model (" + name
                    + "), so a party between them would have no layers; cuts in order are " + String.join(", ", cuts())
                    + ". Choose a later one.");
        }
        return layers.subList(start, end);
    }

    private int positionAfter(String cut) {
        int position = cuts().indexOf(cut);
        if (position < 0) {
            throw new ConfigurationException("The cut (" + cut + ") is not in model (" + name + "); its cuts are "
                    + String.join(", ", cuts()) + "." + NearestName.hint(cut, cuts()));
        }
        return position + 1;
    }

    /** The shape of one example of smashed data at the cut. */
    public Shape smashedShape(String cut) {
        return new LayerSequence(front(cut), input).output();
    }

    /** The shape of one output. */
    public Shape output() {
        return sequence().output();
    }

    /** Weights and biases of the whole network. */
    public int parameterCount() {
        return sequence().parameterCount();
    }

    /** Numbers beside the parameters that training changes, such as running statistics. */
    public int bufferCount() {
        return sequence().bufferCount();
    }

    /** Operations of a forward pass of the whole network, an example; {@link LayerSpec} says what counts. */
    public long forwardFlops() {
        return sequence().forwardFlops();
    }

    /** Operations of a backward pass of the whole network, an example; nobody reads the input's gradient. */
    public long backwardFlops() {
        return sequence().backwardFlops(false);
    }

    private LayerSequence sequence() {
        return new LayerSequence(layers, input);
    }

    /** Collects layers that are written one after the other. */
    public static final class Builder {
        private final List<NamedLayer> layers = new ArrayList<>();

        public Builder add(String layer, LayerSpec spec) {
            layers.add(new NamedLayer(layer, spec));
            return this;
        }

        public Builder addAll(List<NamedLayer> more) {
            layers.addAll(more);
            return this;
        }

        /** A convolution without bias, its batch normalisation and a ReLU, as {@code conv…}, {@code norm…}, {@code relu…}. */
        public Builder addNormalized(String number, Convolution convolution, LayerSpec activation) {
            return add("conv" + number, convolution)
                    .add("norm" + number, new BatchNormalization())
                    .add("relu" + number, activation);
        }

        public List<NamedLayer> layers() {
            return List.copyOf(layers);
        }

        public Architecture build(String name, Shape input) {
            return new Architecture(name, input, layers);
        }
    }
}
