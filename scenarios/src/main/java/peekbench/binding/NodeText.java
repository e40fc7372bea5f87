package peekbench.binding;

import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Nodes as YAML on one line. */
final class NodeText {
    private NodeText() {}

    /** The node as YAML in flow style, plain where that reads the same. */
    static String of(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(NodeText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(entry -> of(entry.getKeyNode()) + ": " + of(entry.getValueNode()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        String text = ((ScalarNode) node).getValue();
        boolean plain = text.matches("[A-Za-z0-9._+/-][A-Za-z0-9._+/ -]*") && text.equals(text.strip());
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
