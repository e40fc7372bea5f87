package peekbench.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A key that is varied.
 *
 * @param path of the key
 * @param values in their order, no two written the same
 * @param fixed whether an option of the command line chose the value
 */
record Axis(NodePath path, List<Node> values, boolean fixed) {
    private static final RecordBinder RANGES = new RecordBinder(new TypeModel(List.of(), List.of()));

    Axis {
        values = List.copyOf(values);
    }

    String key() {
        return path.text();
    }

    List<String> texts() {
        return values.stream().map(NodeText::of).toList();
    }

    boolean under(Axis other) {
        return path.steps().size() >= other.path.steps().size()
                && path.steps().subList(0, other.path.steps().size()).equals(other.path.steps());
    }

    /**
     * The axis that an entry of a document's axes describes; nothing after a mistake was noted.
     *
     * @param unvaried keys of the root that no axis may vary
     */
    static Optional<Axis> read(NodeTuple entry, Set<String> unvaried, Mistakes mistakes) {
        String text = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String place = Axes.KEY + "." + text;
        Optional<NodePath> path =
                NodePath.parse(text).filter(parsed -> !parsed.steps().isEmpty());
        if (path.isEmpty()) {
            mistakes.add(
                    entry.getKeyNode(),
                    place,
                    "is no path of a key; write one as in training.epochs or defenses[1][0].weight.");
            return Optional.empty();
        }
        if (path.get().steps().get(0) instanceof NodePath.Key key && unvaried.contains(key.name())) {
            mistakes.add(
                    entry.getKeyNode(),
                    place,
                    "cannot be varied: " + key.name() + " is said once for the whole file. Vary another key.");
            return Optional.empty();
        }
        List<Node> values = values(entry.getValueNode(), place, mistakes);
        return values.isEmpty() ? Optional.empty() : Optional.of(new Axis(path.get(), values, fixed(entry)));
    }

    private static boolean fixed(NodeTuple entry) {
        return entry.getKeyNode()
                .getStartMark()
                .filter(mark -> mark.getName().startsWith("--"))
                .isPresent();
    }

    private static List<Node> values(Node node, String place, Mistakes mistakes) {
        if (node instanceof MappingNode) {
            return range(node, place, mistakes);
        }
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            mistakes.add(
                    node,
                    place,
                    "must be a list of values with at least one, as in [1, 2, 5], or a range, as in {from: 1, to: 5, step: 1}"
                            + " or {from: 0.1, to: 10, steps: 5, scale: log}.");
            return List.of();
        }
        List<Node> values = new ArrayList<>();
        for (Node value : list.getValue()) {
            if (values.stream().noneMatch(other -> NodeText.of(other).equals(NodeText.of(value)))) {
                values.add(value);
            }
        }
        if (values.size() > AxisRange.MOST) {
            mistakes.add(node, place, "has " + values.size() + " values; at most " + AxisRange.MOST + " are allowed.");
            return List.of();
        }
        return values;
    }

    private static List<Node> range(Node node, String place, Mistakes mistakes) {
        return RANGES.bind(node, place, AxisRange.class, mistakes).stream()
                .flatMap(range -> range.numbers().stream())
                .<Node>map(number -> Nodes.scalar(number, node))
                .toList();
    }
}
