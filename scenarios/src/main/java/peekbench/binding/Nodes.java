package peekbench.binding;

import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes nodes that are said to stand where others do. */
final class Nodes {
    private Nodes() {}

    static ScalarNode scalar(String text, Node at) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.PLAIN, at.getStartMark(), at.getEndMark());
    }

    static SequenceNode sequence(List<Node> elements, Node at) {
        return new SequenceNode(Tag.SEQ, true, elements, FlowStyle.FLOW, at.getStartMark(), at.getEndMark());
    }

    static MappingNode mapping(List<NodeTuple> entries, Node at) {
        return new MappingNode(Tag.MAP, true, entries, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }
}
