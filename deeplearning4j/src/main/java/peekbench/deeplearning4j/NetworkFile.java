package peekbench.deeplearning4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.problem.ConfigurationException;

/**
 * A network of DeepLearning4J as its file has it, in order of computation.
 *
 * @param file for messages
 * @param input the name that the network's input goes by
 * @param vertices those before come before
 * @param weights the flat vector of all parameters; empty when only what the layers are was asked for
 */
record NetworkFile(String file, String input, List<Vertex> vertices, Optional<INDArray> weights) {
    private static final long MOST_WEIGHTS = Integer.MAX_VALUE;

    NetworkFile {
        vertices = List.copyOf(vertices);
    }

    /**
     * Reads a zip of DeepLearning4J.
     *
     * @param withWeights whether the weights are read, too
     * @throws ConfigurationException when it cannot be read, or has no way to be cut
     */
    static NetworkFile read(Path path, boolean withWeights) {
        NetworkArchive archive = new NetworkArchive(path);
        ConfigurationText text = archive.configuration();
        String file = path.toString();
        NetworkFile network;
        try {
            if (text.isMultiLayer()) {
                network = of(file, MultiLayerConfiguration.fromJson(text.json()));
            } else if (text.isGraph()) {
                network = of(file, ComputationGraphConfiguration.fromJson(text.json()));
            } else {
                throw new ConfigurationException("The network (" + file
                        + ") is neither a MultiLayerNetwork nor a ComputationGraph, the two kinds that can be read.");
            }
        } catch (ConfigurationException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever DeepLearning4J makes of a configuration that it did not write itself.
            throw new ConfigurationException("The network (" + file + ") has a configuration that DeepLearning4J cannot"
                    + " read: " + DeepLearning4jLayer.firstLine(e) + " Write it with version 1.0.0-M2.1.");
        }
        return withWeights ? network.withWeights(archive.weights(network.parameterCount())) : network;
    }

    /** Layers one after the other, as a graph without branches. */
    static NetworkFile of(String file, MultiLayerConfiguration configuration) {
        List<Vertex> vertices = new ArrayList<>();
        long from = 0;
        String before = "input";
        for (int i = 0; i < configuration.getConfs().size(); i++) {
            NeuralNetConfiguration conf = configuration.getConf(i);
            String given = conf.getLayer().getLayerName();
            String name = given == null || given.isBlank() ? "layer" + i : given;
            Vertex vertex = vertex(
                    file, name, new LayerVertex(conf, configuration.getInputPreProcess(i)), List.of(before), from);
            vertices.add(vertex);
            from += vertex.parameterCount();
            before = name;
        }
        return new NetworkFile(file, "input", vertices, Optional.empty());
    }

    /** A graph, whose one input and one output are checked. */
    static NetworkFile of(String file, ComputationGraphConfiguration configuration) {
        one(file, "input", configuration.getNetworkInputs());
        one(file, "output", configuration.getNetworkOutputs());
        String input = configuration.getNetworkInputs().get(0);
        List<Vertex> vertices = new ArrayList<>();
        long from = 0;
        for (String name : order(configuration)) {
            if (!name.equals(input)) {
                Vertex vertex = vertex(
                        file,
                        name,
                        listed(file, name, "configuration", configuration.getVertices()),
                        listed(file, name, "inputs", configuration.getVertexInputs()),
                        from);
                vertices.add(vertex);
                from += vertex.parameterCount();
            }
        }
        return new NetworkFile(file, input, vertices, Optional.empty());
    }

    private static <T> T listed(String file, String name, String what, Map<String, T> all) {
        return Optional.ofNullable(all.get(name))
                .orElseThrow(() -> new ConfigurationException("The layer (" + name + ") of network (" + file
                        + ") has no " + what + ". Save the network again with DeepLearning4J."));
    }

    private static void one(String file, String what, List<String> names) {
        if (names.size() != 1) {
            throw new ConfigurationException("The network (" + file + ") has " + names.size() + " " + what + "s ("
                    + String.join(", ", names) + "); one that is trained here must have one " + what
                    + ". Make a graph of the part that you need.");
        }
    }

    /** DeepLearning4J's own order, since it is that of the parameters. */
    private static List<String> order(ComputationGraphConfiguration configuration) {
        var graph = new org.deeplearning4j.nn.graph.ComputationGraph(configuration);
        Map<Integer, String> names = graph.calculateIndices().getIdxToName();
        List<String> order = new ArrayList<>();
        for (int index : graph.calculateIndices().getTopologicalSortOrder()) {
            order.add(names.get(index));
        }
        return order;
    }

    private static Vertex vertex(String file, String name, GraphVertex conf, List<String> inputs, long from) {
        long count = conf instanceof LayerVertex layer
                ? layer.getLayerConf().getLayer().initializer().numParams(layer.getLayerConf())
                : conf.numParams(false);
        if (count < 0 || from + count > MOST_WEIGHTS) {
            throw new ConfigurationException("The layer (" + name + ") of network (" + file + ") has " + count
                    + " weights; a network may have " + MOST_WEIGHTS + " in all. Check its sizes.");
        }
        return new Vertex(name, conf, inputs, from, count);
    }

    long parameterCount() {
        return vertices.stream().mapToLong(Vertex::parameterCount).sum();
    }

    NetworkFile withWeights(INDArray flat) {
        return new NetworkFile(file, input, vertices, Optional.of(flat));
    }

    /** The parameters of a layer by DeepLearning4J's names, each in its shape; empty where no weights were read. */
    Map<String, INDArray> parameters(Vertex vertex) {
        if (weights.isEmpty() || vertex.parameterCount() == 0) {
            return Map.of();
        }
        NeuralNetConfiguration conf =
                ((LayerVertex) vertex.configuration()).getLayerConf().clone();
        INDArray flat = flat(vertex);
        return new HashMap<>(conf.getLayer().initializer().init(conf, flat.reshape(1, flat.length()), false));
    }

    /** The same as one vector in DeepLearning4J's order. */
    INDArray flat(Vertex vertex) {
        if (weights.isEmpty() || vertex.parameterCount() == 0) {
            return Nd4j.empty();
        }
        long from = vertex.parametersFrom();
        return weights.get().get(NDArrayIndex.interval(from, from + vertex.parameterCount()));
    }
}
