package peekbench.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where everything on a drawn floor plan stands: rooms inside their houses, every room above those that it uses. Only
 * direct uses become arrows; what a room also reaches through another one would hide the plan behind lines.
 */
final class PlanLayout {
    /** Height of a line of text in a room. */
    static final double LINE = 14;

    private static final double ROOM_WIDTH = 196;
    private static final double ROOM_HEAD = 34;
    private static final double GAP = 22;
    private static final int CHARACTERS_A_LINE = 31;
    private static final int LONG_SENTENCE = 5;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private PlanLayout() {}

    /** A graph whose children are the houses and whose grandchildren the rooms, each with its name as identifier. */
    static ElkNode of(FloorPlan plan, List<String> houses) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(GAP));
        style(graph);
        Map<String, ElkNode> rooms = new TreeMap<>();
        for (String house : houses) {
            ElkNode walls = ElkGraphUtil.createNode(graph);
            walls.setIdentifier(house);
            walls.setProperty(LayeredOptions.PADDING, new ElkPadding(2 * GAP, GAP, GAP, GAP));
            style(walls);
            for (Room room : plan.of(house)) {
                ElkNode node = ElkGraphUtil.createNode(walls);
                node.setIdentifier(room.name());
                node.setDimensions(
                        ROOM_WIDTH, ROOM_HEAD + LINE * lines(room.summary()).size());
                rooms.put(room.name(), node);
            }
        }
        for (Room room : plan.rooms().values()) {
            for (String used : plan.directly(room)) {
                ElkGraphUtil.createSimpleEdge(rooms.get(room.name()), rooms.get(used));
            }
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return graph;
    }

    /** A sentence in lines that fit a room; of a long one what stands before its first colon or semicolon. */
    static List<String> lines(String sentence) {
        List<String> lines = wrapped(sentence);
        return lines.size() <= LONG_SENTENCE ? lines : wrapped(sentence.split("[:;] ", -1)[0]);
    }

    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > CHARACTERS_A_LINE) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static void style(ElkNode node) {
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP);
        node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    }
}
