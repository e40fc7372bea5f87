package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;
import peekbench.nn.layer.RowSequence;
import peekbench.problem.ConfigurationException;

/** A network of DeepLearning4J as layers of ours, one after the other. */
final class NetworkLayers {
    private static final String SEQUENCE = "sequence";

    private final NetworkFile network;
    private final LayerNames names;
    private final List<Draft> drafts = new ArrayList<>();

    /** @throws ConfigurationException when it has a layer that cannot be trained here */
    NetworkLayers(NetworkFile network) {
        this.network = network;
        if (network.vertices().isEmpty()) {
            throw new ConfigurationException("The network (" + network.file() + ") has no layers. Add some.");
        }
        Refusals refusals = new Refusals(network);
        Vertex last = network.vertices().get(network.vertices().size() - 1);
        network.vertices()
                .forEach(vertex -> refusals.check(vertex, vertex.name().equals(last.name())));
        this.names = new LayerNames(network.vertices());
        LayerDrafts layers = new LayerDrafts(network, names);
        for (List<Vertex> stretch : Stretches.of(network)) {
            Vertex first = stretch.get(0);
            if (stretch.size() == 1 && first.configuration() instanceof LayerVertex) {
                drafts.addAll(layers.of(first));
            } else {
                drafts.add(branches(stretch, layers));
            }
        }
    }

    private Draft branches(List<Vertex> stretch, LayerDrafts layers) {
        Map<String, Integer> places = new HashMap<>();
        List<List<Draft>> ofVertices = new ArrayList<>();
        for (Vertex vertex : stretch) {
            places.put(vertex.name(), places.size());
            ofVertices.add(vertex.configuration() instanceof LayerVertex ? layers.of(vertex) : List.of());
        }
        Vertex last = stretch.get(stretch.size() - 1);
        return new Draft(names.of(last), input -> {
            List<Branches.Node> nodes = new ArrayList<>();
            for (int i = 0; i < stretch.size(); i++) {
                Vertex vertex = stretch.get(i);
                List<Integer> inputs = vertex.inputs().stream()
                        .map(name -> places.getOrDefault(name, Branches.INPUT))
                        .toList();
                if (vertex.configuration() instanceof LayerVertex) {
                    Shape shape = Branches.inputsOf(
                                    new Branches.Path("", inputs, List.of()), input, new Branches(nodes).shapes(input))
                            .get(0);
                    nodes.add(new Branches.Path(names.of(vertex), inputs, made(ofVertices.get(i), shape)));
                } else {
                    nodes.add(new Branches.Joining(names.of(vertex), inputs, vertex.configuration()));
                }
            }
            return new Branches(nodes);
        });
    }

    /** The layers of drafts for examples of a shape. */
    private List<NamedLayer> made(List<Draft> written, Shape input) {
        List<NamedLayer> layers = new ArrayList<>();
        Shape shape = input;
        for (Draft draft : written) {
            try {
                NamedLayer layer = draft.layer(shape);
                Shape output = layer.spec().outputShape(shape);
                if (!(layer.spec() instanceof Reshape) || !output.equals(shape)) {
                    layers.add(layer);
                }
                shape = output;
            } catch (ConfigurationException e) {
                throw new ConfigurationException("The layer (" + draft.name() + ") of network (" + network.file()
                        + ") does not fit examples of (" + input + "). " + e.getMessage());
            }
        }
        return layers;
    }

    /** Whether the first layer takes sequences. */
    private boolean takesSequences() {
        if (!(network.vertices().get(0).configuration() instanceof LayerVertex first)) {
            return false;
        }
        Layer layer = first.getLayerConf().getLayer();
        return first.getPreProcessor() == null
                && (layer instanceof BaseRecurrentLayer
                        || layer instanceof LastTimeStep
                        || layer instanceof Bidirectional
                        || layer instanceof Convolution1DLayer);
    }

    /**
     * The cuts, the same for all inputs: behind every layer but the last, and not behind what only brings the input into form.
     */
    List<String> cuts() {
        String first = names.of(network.vertices().get(0)) + "-input";
        return drafts.subList(0, drafts.size() - 1).stream()
                .map(Draft::name)
                .filter(name -> !name.equals(first))
                .toList();
    }

    /**
     * The network for examples of a shape; an image is read row by row where the first layer takes sequences.
     *
     * @throws ConfigurationException when they do not fit; names the layer
     */
    Architecture architecture(String name, Shape input) {
        List<Draft> all = new ArrayList<>();
        if (takesSequences() && input.rank() != 2) {
            all.add(Draft.of(SEQUENCE, new RowSequence()));
        }
        all.addAll(drafts);
        return new Architecture(name, input, made(all, input));
    }
}
