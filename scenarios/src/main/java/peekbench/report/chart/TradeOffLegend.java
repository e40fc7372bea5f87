package peekbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** What the marks of a trade-off mean, of those that it has; which arm is which stands at the points. */
final class TradeOffLegend {
    private static final double LINE = 14;

    private TradeOffLegend() {}

    static LegendItemCollection of(List<ArmPoint> points, boolean lessWorthIsBetter) {
        LegendItemCollection items = new LegendItemCollection();
        if (points.stream().anyMatch(point -> !point.seeds().isEmpty())) {
            items.add(mark("a seed", TradeOffPanel.dot(), true));
        }
        if (has(points, ArmPoint.Kind.LIMITED)) {
            items.add(mark(
                    "hollow: attacker stopped at its limit, more may leak",
                    ChartStyle.marker(0, TradeOffPanel.MARKER),
                    false));
        }
        if (points.stream().anyMatch(point -> !point.collapsed().isEmpty())) {
            items.add(mark(
                    "cross: training collapsed, which tells nothing of the arm",
                    TradeOffPanel.cross(TradeOffPanel.MARKER - 2),
                    true));
        }
        if (TradeOffPanel.front(points, lessWorthIsBetter).size() > 1) {
            items.add(new LegendItem(
                    "front: no arm leaks less and is worth more",
                    "",
                    "",
                    "",
                    new Line2D.Double(-LINE, 0, LINE, 0),
                    TradeOffPanel.frontLine(),
                    ChartStyle.MUTED));
        }
        return items;
    }

    private static boolean has(List<ArmPoint> points, ArmPoint.Kind kind) {
        return points.stream().anyMatch(point -> point.kind() == kind);
    }

    private static LegendItem mark(String text, Shape shape, boolean filled) {
        return new LegendItem(
                text,
                "",
                "",
                "",
                shape,
                filled ? ChartStyle.TEXT : Color.WHITE,
                new BasicStroke(filled ? .2f : 1.4f),
                ChartStyle.TEXT);
    }
}
