package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.GivenWeights;
import peekbench.nn.layer.LastState;
import peekbench.nn.layer.LayerSequence;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;
import peekbench.nn.layer.Residual;
import peekbench.nn.layer.RowSequence;
import peekbench.problem.ConfigurationException;

/** Layers of ours with their weights, taken apart into vertices of DeepLearning4J. */
final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final INDArray parameters;
    private final INDArray buffers;
    private int parameter;
    private int buffer;

    /**
     * @param parameters of all layers that will be added, one after the other
     * @param buffers likewise
     */
    Pieces(INDArray parameters, INDArray buffers) {
        this.parameters = parameters;
        this.buffers = buffers;
    }

    List<Piece> list() {
        return List.copyOf(pieces);
    }

    /**
     * Adds layers one after the other.
     *
     * @param prefix before their names
     * @param before what the first takes its input from
     * @return the name of the last
     * @throws ConfigurationException when DeepLearning4J has no such layer; names it
     */
    String add(String prefix, List<NamedLayer> layers, Shape input, String before) {
        LayerSequence sequence = new LayerSequence(layers, input);
        String last = before;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec spec = layers.get(i).spec() instanceof GivenWeights given
                    ? given.layer()
                    : layers.get(i).spec();
            last = add(prefix + layers.get(i).name(), spec, sequence.inputOf(i), last);
        }
        return last;
    }

    private String add(String name, LayerSpec spec, Shape input, String before) {
        if (spec instanceof RowSequence && pieces.isEmpty()) {
            return before; // a recurrent network there takes sequences
        }
        if (spec instanceof Residual block) {
            return residual(name, block, input, before);
        }
        if (spec instanceof Branches branches) {
            return branches(name, branches, input, before);
        }
        if (spec instanceof LastState && lastLstm(before).isPresent()) {
            Piece.Computing lstm = lastLstm(before).orElseThrow();
            pieces.set(pieces.size() - 1, lstm.with(new LastTimeStep(lstm.layer())));
            return before;
        }
        if (spec instanceof DeepLearning4jLayer foreign) {
            NeuralNetConfiguration configuration = foreign.configuration().clone();
            INDArray flat = next(spec.parameterCount(input));
            Map<String, INDArray> weights = flat.isEmpty()
                    ? Map.of()
                    : new HashMap<>(configuration
                            .getLayer()
                            .initializer()
                            .init(configuration, flat.reshape(1, flat.length()), false));
            pieces.add(new Piece.Computing(
                    name, List.of(before), configuration.getLayer(), foreign.preprocessor(), weights));
            return name;
        }
        Layer layer = OwnLayers.of(spec, input)
                .orElseThrow(() -> new ConfigurationException("The layer (" + name + ") is a "
                        + spec.getClass().getSimpleName()
                        + ", which DeepLearning4J has no layer for. Export the weights"
                        + " with --npz."));
        INDArray flat = next(spec.parameterCount(input));
        Map<String, INDArray> weights = WeightOrder.there(spec, input, flat, nextBuffers(spec.bufferCount(input)));
        pieces.add(new Piece.Computing(name, List.of(before), layer, preprocessor(name, spec, input), weights));
        return name;
    }

    private Optional<Piece.Computing> lastLstm(String before) {
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(pieces.get(pieces.size() - 1))
                        .filter(piece -> piece.name().equals(before))
                        .filter(Piece.Computing.class::isInstance)
                        .map(Piece.Computing.class::cast)
                        .filter(piece -> piece.layer() instanceof LSTM);
    }

    private INDArray next(int count) {
        parameter += count;
        return run(parameters, parameter - count, count);
    }

    private INDArray nextBuffers(int count) {
        buffer += count;
        return run(buffers, buffer - count, count);
    }

    private static INDArray run(INDArray all, int from, int count) {
        return count == 0
                ? Nd4j.empty()
                : all.get(NDArrayIndex.interval(from, from + count)).dup();
    }

    private static Optional<InputPreProcessor> preprocessor(String name, LayerSpec spec, Shape input) {
        if (spec instanceof Flatten && input.isImage()) {
            return Optional.of(new CnnToFeedForwardPreProcessor(input.size(1), input.size(2), input.size(0)));
        }
        if (spec instanceof Reshape reshape) {
            Shape to = reshape.outputShape(input);
            if (to.isImage() && input.rank() == 1) {
                return Optional.of(new FeedForwardToCnnPreProcessor(to.size(1), to.size(2), to.size(0)));
            }
            if (!to.equals(input)) {
                throw new ConfigurationException("The layer (" + name + ") reshapes (" + input + ") to (" + to
                        + "); DeepLearning4J's layers reshape vectors to images only. Export the weights with --npz.");
            }
        }
        return Optional.empty();
    }

    private String residual(String name, Residual block, Shape input, String before) {
        String main = add(name + "-main-", block.main(), input, before);
        String shortcut = add(name + "-shortcut-", block.shortcut(), input, before);
        String sum = block.activation().isPresent() ? name + "-sum" : name;
        pieces.add(new Piece.Joining(sum, List.of(main, shortcut), new ElementWiseVertex(ElementWiseVertex.Op.Add)));
        return block.activation()
                .map(function -> add(name, function, block.outputShape(input), sum))
                .orElse(sum);
    }

    private String branches(String name, Branches branches, Shape input, String before) {
        List<String> names = new ArrayList<>();
        List<Shape> shapes = branches.shapes(input);
        for (Branches.Node node : branches.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(place -> place == Branches.INPUT ? before : names.get(place))
                    .toList();
            boolean last = names.size() == branches.nodes().size() - 1;
            if (node instanceof Branches.Path path) {
                Shape ofPath = Branches.inputsOf(node, input, shapes).get(0);
                names.add(add(name + "-", path.layers(), ofPath, inputs.get(0)));
            } else {
                String own = last ? name : name + "-" + node.name();
                pieces.add(new Piece.Joining(own, inputs, ((Branches.Joining) node).configuration()));
                names.add(own);
            }
        }
        return names.get(names.size() - 1);
    }
}
