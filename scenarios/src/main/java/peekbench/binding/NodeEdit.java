package peekbench.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** Replaces a node. Nodes on the way are copied: one that an alias shares must not change in two places. */
final class NodeEdit {
    private final NodePath path;
    private final Node value;

    private NodeEdit(NodePath path, Node value) {
        this.path = path;
        this.value = value;
    }

    /**
     * The tree with the value at that path; mappings that are missing on the way are made.
     *
     * @throws ConfigurationException when the path leads through a value, or beyond the end of a list
     */
    static Node replace(Node root, NodePath path, Node value) {
        return new NodeEdit(path, value).edited(Optional.of(root), 0);
    }

    private Node edited(Optional<Node> node, int depth) {
        if (depth == path.steps().size()) {
            return value;
        }
        NodePath.Step step = path.steps().get(depth);
        return step instanceof NodePath.Key key
                ? editedMapping(node, key, depth)
                : editedSequence(node, (NodePath.Place) step, depth);
    }

    private Node editedMapping(Optional<Node> node, NodePath.Key key, int depth) {
        Node mapping = node.orElseGet(() -> mapping(new ArrayList<>(), value.getStartMark()));
        if (!(mapping instanceof MappingNode known)) {
            throw unreachable(depth, "is no mapping, so it has no key (" + key.name() + ")");
        }
        List<NodeTuple> entries = new ArrayList<>(known.getValue());
        Optional<NodeTuple> old = NodePath.entry(known, key.name());
        Node keyNode =
                new ScalarNode(Tag.STR, true, key.name(), ScalarStyle.PLAIN, value.getStartMark(), value.getEndMark());
        NodeTuple entry = new NodeTuple(
                depth + 1 == path.steps().size()
                        ? keyNode
                        : old.map(NodeTuple::getKeyNode).orElse(keyNode),
                edited(old.map(NodeTuple::getValueNode), depth + 1));
        old.ifPresentOrElse(present -> entries.set(entries.indexOf(present), entry), () -> entries.add(entry));
        return mapping(entries, known.getStartMark());
    }

    private Node editedSequence(Optional<Node> node, NodePath.Place place, int depth) {
        if (node.isEmpty() || !(node.get() instanceof SequenceNode known)) {
            throw unreachable(depth, "is no list, so it has no place [" + place.index() + "]");
        }
        List<Node> elements = new ArrayList<>(known.getValue());
        if (place.index() > elements.size()) {
            throw unreachable(
                    depth,
                    "has " + elements.size() + " entries, so [" + place.index() + "] is beyond its end; ["
                            + elements.size() + "] appends");
        }
        if (place.index() == elements.size()) {
            elements.add(edited(Optional.empty(), depth + 1));
        } else {
            elements.set(place.index(), edited(Optional.of(elements.get(place.index())), depth + 1));
        }
        return new SequenceNode(
                known.getTag(), true, elements, known.getFlowStyle(), known.getStartMark(), known.getEndMark());
    }

    private static MappingNode mapping(List<NodeTuple> entries, Optional<Mark> mark) {
        return new MappingNode(Tag.MAP, true, entries, FlowStyle.BLOCK, mark, mark);
    }

    private ConfigurationException unreachable(int depth, String why) {
        String option = value.getStartMark().map(Mark::getName).orElse("");
        String place = new NodePath(path.steps().subList(0, depth)).text();
        return new ConfigurationException(List.of(new Problem(option, place, why + ". Set a path that the file has.")));
    }
}
