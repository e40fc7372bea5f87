package peekbench.architecture;

import java.util.List;
import java.util.Locale;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Writes a floor plan as SVG: a coloured house a module, a white room a package, an arrow what it directly uses. */
final class PlanPicture {
    private static final String STYLE = """
              <style>
                text { font-family: "DejaVu Sans", "Segoe UI", Helvetica, Arial, sans-serif; fill: #263238; }
                .room { fill: #ffffff; stroke: #90a4ae; stroke-width: 1; }
                .house { font-size: 16px; font-weight: bold; paint-order: stroke; stroke-width: 6; }
                .name { font-size: 13px; font-weight: bold; }
                .files { font-size: 10px; text-anchor: end; fill: #78909c; }
                .says { font-size: 10.5px; fill: #546e7a; }
                .use { fill: none; stroke-width: 1.3; stroke-linejoin: round; }
              </style>
            """;
    private static final List<String> WALLS = List.of("#ede7f6", "#e8f5e9", "#ffebee", "#e3f2fd", "#e0f2f1", "#fff6dd");
    private static final List<String> INKS = List.of("#5e35b1", "#2e7d32", "#c62828", "#1565c0", "#00695c", "#8d6e00");

    private final FloorPlan plan;
    private final StringBuilder svg = new StringBuilder();

    private PlanPicture(FloorPlan plan) {
        this.plan = plan;
    }

    /** The picture of the houses, in this order; their names are written with what {@code labels} has at the same place. */
    static String of(FloorPlan plan, List<String> houses, List<String> labels) {
        PlanPicture picture = new PlanPicture(plan);
        picture.draw(PlanLayout.of(plan, houses), labels);
        return picture.svg.toString();
    }

    private void draw(ElkNode graph, List<String> labels) {
        write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$.0f %2$.0f\" width=\"%1$.0f\">",
                graph.getWidth(), graph.getHeight());
        svg.append(STYLE);
        write("  <rect width=\"%.0f\" height=\"%.0f\" fill=\"#ffffff\"/>", graph.getWidth(), graph.getHeight());
        List<ElkNode> houses = graph.getChildren();
        for (int n = 0; n < houses.size(); n++) {
            box(houses.get(n), "rx=\"14\" fill=\"" + WALLS.get(n % WALLS.size()) + "\"");
            write(
                    "  <marker id=\"head-%d\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6.5\" markerHeight=\"6.5\""
                            + " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"%s\"/></marker>",
                    n, INKS.get(n % INKS.size()));
        }
        arrows(graph, houses);
        for (int n = 0; n < houses.size(); n++) {
            ElkNode house = houses.get(n);
            String halo = "house\" stroke=\"" + WALLS.get(n % WALLS.size());
            label(halo, x(house) + 22, y(house) + 29, labels.get(n));
        }
        graph.getChildren().forEach(house -> house.getChildren().forEach(this::room));
        svg.append("</svg>\n");
    }

    private void room(ElkNode node) {
        Room room = plan.rooms().get(node.getIdentifier());
        box(node, "class=\"room\" rx=\"7\"");
        label("name", x(node) + 10, y(node) + 19, room.name());
        label("files", x(node) + node.getWidth() - 10, y(node) + 19, Integer.toString(room.files()));
        double line = y(node) + 35;
        for (String words : PlanLayout.lines(room.summary())) {
            label("says", x(node) + 10, line, words);
            line += PlanLayout.LINE;
        }
    }

    /** The edges that ELK keeps in a node and in those inside it; their coordinates are the node's. */
    private void arrows(ElkNode node, List<ElkNode> houses) {
        for (ElkEdge edge : node.getContainedEdges()) {
            int house = houses.indexOf(ElkGraphUtil.getSourceNode(edge).getParent());
            for (ElkEdgeSection section : edge.getSections()) {
                StringBuilder path = new StringBuilder();
                point(path, "M", node, section.getStartX(), section.getStartY());
                section.getBendPoints().forEach(bend -> point(path, "L", node, bend.getX(), bend.getY()));
                point(path, "L", node, section.getEndX(), section.getEndY());
                write(
                        "  <path class=\"use\" stroke=\"%s\" marker-end=\"url(#head-%d)\" d=\"%s\"/>",
                        INKS.get(house % INKS.size()), house, path);
            }
        }
        node.getChildren().forEach(inside -> arrows(inside, houses));
    }

    private static void point(StringBuilder path, String command, ElkNode node, double x, double y) {
        path.append(String.format(Locale.ROOT, "%s%.0f %.0f", command, x(node) + x, y(node) + y));
    }

    private void box(ElkNode node, String attributes) {
        write(
                "  <rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" %s/>",
                x(node), y(node), node.getWidth(), node.getHeight(), attributes);
    }

    private void label(String kind, double x, double y, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        write("  <text class=\"%s\" x=\"%.0f\" y=\"%.0f\">%s</text>", kind, x, y, escaped);
    }

    private static double x(ElkNode node) {
        return node.getParent() == null ? 0 : node.getX() + x(node.getParent());
    }

    private static double y(ElkNode node) {
        return node.getParent() == null ? 0 : node.getY() + y(node.getParent());
    }

    private void write(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
