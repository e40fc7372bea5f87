package peekbench.deeplearning4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;

/**
 * Writes trained layers as a network of DeepLearning4J: a {@code MultiLayerNetwork} where they are a chain, else a {@code
 * ComputationGraph}. Layers keep their names. Updaters are not written, since the optimiser was ours: set one before you train on.
 *
 * @param layers in order
 * @param input the shape of one example
 * @param precision of the weights
 * @param parameters all of the layers', in their order
 * @param buffers likewise
 * @param loss what the outputs were trained on, when these layers give them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DeepLearning4jExport(
        List<NamedLayer> layers,
        Shape input,
        Precision precision,
        INDArray parameters,
        INDArray buffers,
        Optional<LossFunction> loss) {
    private static final String INPUT = "input";

    public DeepLearning4jExport {
        layers = List.copyOf(layers);
    }

    /**
     * Writes a zip that DeepLearning4J's ModelSerializer restores.
     *
     * @throws peekbench.problem.ConfigurationException when DeepLearning4J has no such layer; names it
     */
    public void write(Path file) throws IOException {
        ModelSerializer.writeModel(network(), file.toFile(), false);
    }

    /** The network at work. */
    Model network() {
        Pieces taken = new Pieces(parameters, buffers);
        taken.add("", layers, input, INPUT);
        List<Piece> pieces = new java.util.ArrayList<>(taken.list());
        loss.ifPresent(function -> end(pieces, function));
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .dataType(precision.dataType())
                .activation(new ActivationIdentity());
        boolean chain = pieces.stream().allMatch(Piece.Computing.class::isInstance);
        return chain ? multiLayer(builder, pieces) : graph(builder, pieces);
    }

    /** The last dense layer becomes one with a loss; behind anything else the loss is a layer of its own. */
    private static void end(List<Piece> pieces, LossFunction function) {
        boolean classes = function == LossFunction.CROSS_ENTROPY;
        ILossFunction loss = classes ? new LossMCXENT() : new LossMSE();
        IActivation activation = classes ? new ActivationSoftmax() : new ActivationIdentity();
        Piece last = pieces.get(pieces.size() - 1);
        if (last instanceof Piece.Computing computing
                && computing.layer() instanceof DenseLayer dense
                && dense.hasBias()) {
            OutputLayer output = new OutputLayer.Builder(loss)
                    .nIn(dense.getNIn())
                    .nOut(dense.getNOut())
                    .activation(activation)
                    .build();
            pieces.set(pieces.size() - 1, computing.with(output));
        } else {
            LossLayer layer = new LossLayer.Builder(loss).activation(activation).build();
            pieces.add(new Piece.Computing("loss", List.of(last.name()), layer, Optional.empty(), Map.of()));
        }
    }

    private static MultiLayerNetwork multiLayer(NeuralNetConfiguration.Builder builder, List<Piece> pieces) {
        ListBuilder list = builder.list();
        for (int i = 0; i < pieces.size(); i++) {
            Piece.Computing piece = (Piece.Computing) pieces.get(i);
            piece.layer().setLayerName(piece.name());
            list.layer(i, piece.layer());
            if (piece.preprocessor().isPresent()) {
                list.inputPreProcessor(i, piece.preprocessor().get());
            }
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        for (int i = 0; i < pieces.size(); i++) {
            set(network.getLayer(i), (Piece.Computing) pieces.get(i));
        }
        return network;
    }

    private static ComputationGraph graph(NeuralNetConfiguration.Builder builder, List<Piece> pieces) {
        GraphBuilder graph = builder.graphBuilder().addInputs(INPUT);
        for (Piece piece : pieces) {
            String[] inputs = piece.inputs().toArray(String[]::new);
            if (piece instanceof Piece.Computing computing) {
                if (computing.preprocessor().isPresent()) {
                    graph.addLayer(
                            piece.name(),
                            computing.layer(),
                            computing.preprocessor().get(),
                            inputs);
                } else {
                    graph.addLayer(piece.name(), computing.layer(), inputs);
                }
            } else {
                graph.addVertex(piece.name(), ((Piece.Joining) piece).vertex(), inputs);
            }
        }
        ComputationGraph network = new ComputationGraph(
                graph.setOutputs(pieces.get(pieces.size() - 1).name()).build());
        network.init();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Computing computing) {
                set(network.getLayer(piece.name()), computing);
            }
        }
        return network;
    }

    private static void set(org.deeplearning4j.nn.api.Layer layer, Piece.Computing piece) {
        piece.weights().forEach((key, values) -> {
            INDArray place = layer.getParam(key);
            place.assign(values.reshape(place.shape()));
        });
    }
}
