package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.exception.DL4JException;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.ForeignLayer;
import peekbench.nn.layer.Layer;
import peekbench.nn.layer.LayerSequence;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;

/**
 * A part of a graph that branches and comes together again: one layer, since a cut inside would leave a path out. Its layers are
 * those of a chain, ours or DeepLearning4J's; what joins paths is DeepLearning4J's.
 *
 * <p>Parameters and buffers are those of its nodes, one after the other.
 *
 * @param nodes in order of computation; the last gives the output
 */
record Branches(List<Node> nodes) implements ForeignLayer {
    /** The place of the whole part's input among the inputs of a node. */
    static final int INPUT = -1;

    Branches {
        nodes = List.copyOf(nodes);
    }

    /** What one vertex computes. */
    sealed interface Node {
        String name();

        /** Places of the nodes whose outputs it takes, or {@link #INPUT}. */
        List<Integer> inputs();
    }

    /** Layers on one path. */
    record Path(String name, List<Integer> inputs, List<NamedLayer> layers) implements Node {}

    /** What makes one array of several, or of one; it has no weights. */
    record Joining(String name, List<Integer> inputs, GraphVertex configuration) implements Node {}

    /** The shape of each node's output. */
    List<Shape> shapes(Shape input) {
        List<Shape> shapes = new ArrayList<>();
        for (Node node : nodes) {
            try {
                shapes.add(output(node, inputsOf(node, input, shapes)));
            } catch (ConfigurationException e) {
                throw new ConfigurationException("Its part (" + node.name() + "): " + e.getMessage());
            }
        }
        return shapes;
    }

    private static Shape output(Node node, List<Shape> inputs) {
        if (node instanceof Path path) {
            return new LayerSequence(path.layers(), inputs.get(0)).output();
        }
        Joining joining = (Joining) node;
        try {
            return InputTypes.shape(joining.configuration()
                    .getOutputType(0, inputs.stream().map(InputTypes::of).toArray(InputType[]::new)));
        } catch (DL4JException | IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new ConfigurationException("It does not join " + inputs + ": " + DeepLearning4jLayer.firstLine(e));
        }
    }

    static List<Shape> inputsOf(Node node, Shape input, List<Shape> before) {
        return node.inputs().stream()
                .map(place -> place == INPUT ? input : before.get(place))
                .toList();
    }

    /** The layers of each path for its input; of what joins, none. */
    List<LayerSequence> sequences(Shape input) {
        List<Shape> shapes = shapes(input);
        List<LayerSequence> sequences = new ArrayList<>();
        for (Node node : nodes) {
            Shape ofNode = inputsOf(node, input, shapes).get(0);
            sequences.add(new LayerSequence(node instanceof Path path ? path.layers() : List.of(), ofNode));
        }
        return sequences;
    }

    @Override
    public Shape outputShape(Shape input) {
        List<Shape> shapes = shapes(input);
        return shapes.get(shapes.size() - 1);
    }

    @Override
    public int parameterCount(Shape input) {
        return sequences(input).stream().mapToInt(LayerSequence::parameterCount).reduce(0, Math::addExact);
    }

    @Override
    public int bufferCount(Shape input) {
        return sequences(input).stream().mapToInt(LayerSequence::bufferCount).reduce(0, Math::addExact);
    }

    /** Those of all paths, and an operation a number where paths are joined. */
    @Override
    public long forwardFlops(Shape input) {
        return sequences(input).stream().mapToLong(LayerSequence::forwardFlops).sum() + joiningFlops(input);
    }

    @Override
    public long backwardFlops(Shape input, boolean inputGradientWanted) {
        boolean wanted = inputGradientWanted || parameterCount(input) > 0;
        return sequences(input).stream()
                        .mapToLong(sequence -> sequence.backwardFlops(wanted))
                        .sum()
                + joiningFlops(input);
    }

    private long joiningFlops(Shape input) {
        List<Shape> shapes = shapes(input);
        long flops = 0;
        for (int i = 0; i < nodes.size(); i++) {
            flops += nodes.get(i) instanceof Joining ? shapes.get(i).length() : 0;
        }
        return flops;
    }

    @Override
    public boolean treatsExamplesAlone() {
        return nodes.stream()
                .allMatch(node -> !(node instanceof Path path)
                        || path.layers().stream().allMatch(layer -> layer.spec().treatsExamplesAlone()));
    }

    @Override
    public LayerSpec withoutWeights() {
        return new Branches(nodes.stream()
                .map(node -> node instanceof Path path
                        ? new Path(path.name(), path.inputs(), NamedLayer.withoutWeights(path.layers()))
                        : node)
                .toList());
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new BranchesWorker(this, input, precision);
    }
}
