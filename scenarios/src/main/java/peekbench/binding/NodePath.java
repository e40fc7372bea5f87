package peekbench.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML document: {@code defenses[1][0].weight}.
 *
 * @param steps from the root to the place
 */
record NodePath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("\\G(?:(?:^|\\.)([^.\\[\\]]+)|\\[(\\d{1,9})])");

    /** One step down. */
    sealed interface Step {}

    /** Into a mapping. */
    record Key(String name) implements Step {}

    /** Into a list, from 0. */
    record Place(int index) implements Step {}

    NodePath {
        steps = List.copyOf(steps);
    }

    /** The path of that text; nothing when it is none. The empty text is the root. */
    static Optional<NodePath> parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int end = 0;
        while (matcher.find()) {
            steps.add(
                    matcher.group(1) != null
                            ? new Key(matcher.group(1))
                            : new Place(Integer.parseInt(matcher.group(2))));
            end = matcher.end();
        }
        return end == text.length() ? Optional.of(new NodePath(steps)) : Optional.empty();
    }

    /** The path as it is written. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Key key) {
                text.append(text.isEmpty() ? "" : ".").append(key.name());
            } else {
                text.append('[').append(((Place) step).index()).append(']');
            }
        }
        return text.toString();
    }

    /** The node at this path, if there is one. */
    Optional<Node> in(Node root) {
        Optional<Node> node = Optional.of(root);
        for (Step step : steps) {
            node = node.flatMap(from -> step instanceof Key key ? below(from, key) : below(from, (Place) step));
        }
        return node;
    }

    private static Optional<Node> below(Node node, Key key) {
        return node instanceof MappingNode mapping
                ? entry(mapping, key.name()).map(NodeTuple::getValueNode)
                : Optional.empty();
    }

    private static Optional<Node> below(Node node, Place place) {
        return node instanceof SequenceNode list
                        && place.index() < list.getValue().size()
                ? Optional.of(list.getValue().get(place.index()))
                : Optional.empty();
    }

    /** The node to point at for this path: that of the last key or list place that is written down. */
    Node nearest(Node root) {
        Node node = root;
        Node pointed = root;
        for (Step step : steps) {
            if (step instanceof Key key && node instanceof MappingNode mapping) {
                Optional<NodeTuple> entry = entry(mapping, key.name());
                if (entry.isEmpty()) {
                    return pointed;
                }
                pointed = entry.get().getKeyNode();
                node = entry.get().getValueNode();
            } else if (step instanceof Place place
                    && node instanceof SequenceNode sequence
                    && place.index() < sequence.getValue().size()) {
                node = sequence.getValue().get(place.index());
                pointed = node;
            } else {
                return pointed;
            }
        }
        return pointed;
    }

    /** The entry of a mapping that has that key. */
    static Optional<NodeTuple> entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }
}
