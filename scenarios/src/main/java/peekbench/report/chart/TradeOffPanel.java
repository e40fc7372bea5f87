package peekbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.LengthAdjustmentType;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import peekbench.metric.FigureFormat;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;

/** A panel of the trade-off: points with bars, dots for seeds, the front, names. */
final class TradeOffPanel {
    static final double MARKER = 9;
    static final double DOT = 3.5;
    private static final double CAP = 5;
    private static final double MARGIN = .12;
    /** Bars may widen an axis by this part of what points and seeds take; the rest of them is cut off. */
    private static final double MOST_FOR_BARS = .6;
    /** Points this near to each other, as parts of the panel, lie one on the other. */
    private static final double SAME_PLACE = .025;

    private static final double RING = 7;
    private static final float OUTLINE = 1.6f;
    private static final double LEAST_MARGIN = .004;
    /** A floor farther away than this part of what is shown is said, not shown. */
    private static final double NEAR_FLOOR = .35;

    private static final int SEEDS = 1;
    private static final int COLLAPSED = 2;
    private static final int FRONT = 3;

    private final List<ArmPoint> points;
    private final boolean bars;
    private final double across;
    private final double up;
    private final boolean lessWorthIsBetter;
    private final NumberAxis axis;
    private final XYPlot plot;

    /** A figure with what is known around it, of a point or a seed. */
    record Extent(double value, Interval around) {
        static Extent of(Estimate estimate, boolean bars) {
            Interval alone = new Interval(estimate.mean(), estimate.mean(), Estimate.LEVEL);
            return new Extent(estimate.mean(), bars ? estimate.interval().orElse(alone) : alone);
        }

        static Extent of(double value) {
            return new Extent(value, new Interval(value, value, Estimate.LEVEL));
        }
    }

    /**
     * @param points of all arms that have both figures
     * @param label of the axis of leaks
     * @param bars whether intervals are drawn
     */
    TradeOffPanel(List<ArmPoint> points, String label, Column column, Column worth, boolean bars) {
        this.points = points;
        this.bars = bars;
        this.across = scale(column);
        this.up = scale(worth);
        this.lessWorthIsBetter = worth.equals(Column.MEAN_ABSOLUTE_ERROR);
        this.axis = ChartStyle.axis(label + (across > 1 ? " (%)" : "") + " \u2192 more leak", .01);
        axis.setRange(range(extents(ArmPoint::leaked, Point2D::getX), across));
        this.plot = new XYPlot(means(), axis, null, errorBars());
        dots(SEEDS, seeds(ArmPoint::seeds), dot());
        dots(COLLAPSED, seeds(ArmPoint::collapsed), cross(MARKER - 2));
        front();
        ChartStyle.style(plot);
        plot.addAnnotation(names());
    }

    XYPlot plot() {
        return plot;
    }

    List<ArmPoint> points() {
        return points;
    }

    private static double scale(Column column) {
        return column.metric().format() == FigureFormat.PERCENT ? 100 : 1;
    }

    /** What the axis of worth shows for these panels. */
    static Range worths(List<TradeOffPanel> panels) {
        return range(
                panels.stream()
                        .flatMap(panel -> panel.extents(ArmPoint::worth, Point2D::getY).stream())
                        .toList(),
                panels.get(0).up);
    }

    private List<Extent> extents(Function<ArmPoint, Estimate> figure, Function<Point2D, Double> ofSeed) {
        List<Extent> extents = new ArrayList<>();
        for (ArmPoint point : points) {
            extents.add(Extent.of(figure.apply(point), bars));
            point.seeds().forEach(seed -> extents.add(Extent.of(ofSeed.apply(seed))));
            point.collapsed().forEach(seed -> extents.add(Extent.of(ofSeed.apply(seed))));
        }
        return extents;
    }

    /** What an axis shows: all points and seeds, and of bars what does not make it much wider. */
    private static Range range(List<Extent> extents, double scale) {
        double low = extents.stream().mapToDouble(Extent::value).min().orElse(0);
        double high = extents.stream().mapToDouble(Extent::value).max().orElse(1);
        double lowest =
                extents.stream().mapToDouble(one -> one.around().low()).min().orElse(low);
        double highest =
                extents.stream().mapToDouble(one -> one.around().high()).max().orElse(high);
        double room = high > low ? (high - low) * MOST_FOR_BARS : highest - lowest;
        double from = Math.min(low, Math.max(low - room, lowest));
        double to = Math.max(high, Math.min(high + room, highest));
        double margin = Math.max(MARGIN * (to - from), LEAST_MARGIN);
        return new Range((from - margin) * scale, (to + margin) * scale);
    }

    private XYIntervalSeriesCollection means() {
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        for (int i = 0; i < points.size(); i++) {
            XYIntervalSeries series = new XYIntervalSeries(i);
            Extent leaked = Extent.of(points.get(i).leaked(), bars);
            Extent worth = Extent.of(points.get(i).worth(), bars);
            series.add(
                    leaked.value() * across,
                    leaked.around().low() * across,
                    leaked.around().high() * across,
                    worth.value() * up,
                    worth.around().low() * up,
                    worth.around().high() * up);
            collection.addSeries(series);
        }
        return collection;
    }

    /** Later points are drawn first; one that lies on earlier ones is larger, so that it is seen around them. */
    private XYErrorRenderer errorBars() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(bars ? CAP : 0);
        renderer.setUseFillPaint(true);
        renderer.setDrawOutlines(true);
        Range wide = range(extents(ArmPoint::leaked, Point2D::getX), 1);
        Range high = range(extents(ArmPoint::worth, Point2D::getY), 1);
        for (int i = 0; i < points.size(); i++) {
            ArmPoint point = points.get(i);
            long below = points.subList(0, i).stream()
                    .filter(other ->
                            near(point.leaked(), other.leaked(), wide) && near(point.worth(), other.worth(), high))
                    .count();
            double size = MARKER + RING * below;
            boolean collapsed = point.kind() == ArmPoint.Kind.COLLAPSED;
            renderer.setSeriesPaint(i, point.look().paint());
            renderer.setSeriesFillPaint(
                    i,
                    point.kind() == ArmPoint.Kind.LIMITED
                            ? Color.WHITE
                            : point.look().paint());
            renderer.setSeriesShape(i, collapsed ? cross(size) : point.look().marker(size));
            renderer.setSeriesOutlineStroke(i, new BasicStroke(collapsed ? .2f : OUTLINE));
            renderer.setSeriesStroke(i, new BasicStroke(1));
        }
        return renderer;
    }

    private static boolean near(Estimate one, Estimate other, Range shown) {
        return Math.abs(one.mean() - other.mean()) < SAME_PLACE * shown.getLength();
    }

    /** One dot a seed, or one cross. */
    private XYSeriesCollection seeds(Function<ArmPoint, List<Point2D>> which) {
        XYSeriesCollection collection = new XYSeriesCollection();
        for (int i = 0; i < points.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            which.apply(points.get(i)).forEach(seed -> series.add(seed.getX() * across, seed.getY() * up));
            collection.addSeries(series);
        }
        return collection;
    }

    private void dots(int place, XYSeriesCollection seeds, Shape shape) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < points.size(); i++) {
            renderer.setSeriesPaint(i, points.get(i).look().paint());
            renderer.setSeriesShape(i, shape);
        }
        plot.setDataset(place, seeds);
        plot.setRenderer(place, renderer);
    }

    /** A line through the arms that no other beats. */
    private void front() {
        XYSeries line = new XYSeries("front", false, true);
        front(points, lessWorthIsBetter)
                .forEach(point ->
                        line.add(point.leaked().mean() * across, point.worth().mean() * up));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, ChartStyle.MUTED);
        renderer.setSeriesStroke(0, frontLine());
        plot.setDataset(FRONT, new XYSeriesCollection(line));
        plot.setRenderer(FRONT, renderer);
    }

    /** The arms that no other beats, by how much they leak. */
    static List<ArmPoint> front(List<ArmPoint> points, boolean lessWorthIsBetter) {
        return points.stream()
                .filter(point -> point.kind() != ArmPoint.Kind.COLLAPSED
                        && points.stream().noneMatch(other -> point.isBeatenBy(other, lessWorthIsBetter)))
                .sorted(Comparator.comparingDouble(point -> point.leaked().mean()))
                .toList();
    }

    static BasicStroke frontLine() {
        return new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1, 3}, 0);
    }

    private PointNames names() {
        List<PointNames.Named> named = points.stream()
                .map(point -> new PointNames.Named(
                        point.name(),
                        point.leaked().mean() * across,
                        point.worth().mean() * up))
                .toList();
        List<Point2D> others = points.stream()
                .flatMap(point -> Stream.concat(point.seeds().stream(), point.collapsed().stream()))
                .<Point2D>map(seed -> new Point2D.Double(seed.getX() * across, seed.getY() * up))
                .toList();
        List<Line2D> lines = points.stream()
                .filter(point -> bars)
                .<Line2D>flatMap(point -> Stream.of(
                        level(
                                Extent.of(point.leaked(), true).around(),
                                point.worth().mean()),
                        upright(
                                point.leaked().mean(),
                                Extent.of(point.worth(), true).around())))
                .toList();
        return new PointNames(named, others, lines);
    }

    private Line2D level(Interval leaked, double worth) {
        return new Line2D.Double(leaked.low() * across, worth * up, leaked.high() * across, worth * up);
    }

    private Line2D upright(double leaked, Interval worth) {
        return new Line2D.Double(leaked * across, worth.low() * up, leaked * across, worth.high() * up);
    }

    static Shape dot() {
        return new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);
    }

    static Shape cross(double size) {
        double half = size / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(-half, -half);
        path.lineTo(half, half);
        path.moveTo(-half, half);
        path.lineTo(half, -half);
        return new BasicStroke(OUTLINE).createStrokedShape(path);
    }

    /** Marks what those get who learn nothing, where that is near what is shown; else the axis says where it is. */
    void floor(double value, String written) {
        Range shown = axis.getRange();
        double at = value * across;
        double away = Math.max(shown.getLowerBound() - at, at - shown.getUpperBound());
        if (away > NEAR_FLOOR * shown.getLength()) {
            axis.setLabel(axis.getLabel() + "; the floor, " + written + ", lies to the "
                    + (at < shown.getLowerBound() ? "left" : "right"));
            return;
        }
        if (away > 0) {
            axis.setRange(Range.expand(Range.expandToInclude(shown, at), .06, .06));
        }
        ValueMarker line = new ValueMarker(at, ChartStyle.MUTED, ChartStyle.dashed());
        line.setLabel("floor");
        line.setLabelFont(ReportFont.REGULAR.at(10));
        line.setLabelPaint(ChartStyle.MUTED);
        line.setLabelBackgroundColor(Color.WHITE);
        line.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
        line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        line.setLabelOffsetType(LengthAdjustmentType.EXPAND);
        plot.addDomainMarker(line);
    }
}
