package peekbench.report.chart;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * Names beside the points of a plot, where they cover neither each other nor a point: near it if there is room, else farther
 * away at the end of a line. Colours are those of the plot's axes, so that they follow its theme.
 */
final class PointNames extends AbstractXYAnnotation {
    @Serial
    private static final long serialVersionUID = 1;

    private static final float SIZE = 10;
    private static final int LONGEST = 44;
    /** Of a name that is cut, what stays at its end, where the arm is. */
    private static final int END = 24;

    private static final int DIRECTIONS = 16;
    private static final double[] DISTANCES = {8, 13, 20, 30, 42, 56, 72, 90, 112};
    /** A name this far away has a line to its point. */
    private static final double NEAR = 13;

    private static final double AIR = 1.5;
    private static final double POINT = 5;

    private final transient List<Named> points;
    private final transient List<Point2D> others;
    private final transient List<Line2D> bars;

    /** A point and its name, in the values of the axes. */
    record Named(String name, double x, double y) {}

    /**
     * @param points those with names
     * @param others what names should not cover either
     * @param bars the same, upright and level
     */
    PointNames(List<Named> points, List<Point2D> others, List<Line2D> bars) {
        this.bars = List.copyOf(bars);
        this.points = List.copyOf(points);
        this.others = List.copyOf(others);
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int rendererIndex,
            PlotRenderingInfo info) {
        graphics.setFont(ReportFont.REGULAR.at(SIZE));
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        List<Point2D> places = new ArrayList<>();
        for (Named point : points) {
            Point2D place = place(plot, area, across, up, point.x(), point.y());
            places.add(place);
            taken.add(around(place, POINT));
        }
        others.forEach(other -> taken.add(around(place(plot, area, across, up, other.getX(), other.getY()), 2)));
        bars.forEach(bar -> taken.add(box(
                place(plot, area, across, up, bar.getX1(), bar.getY1()),
                place(plot, area, across, up, bar.getX2(), bar.getY2()))));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, points.size()).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> room(places, i)));
        for (int i : order) {
            String name = shortened(points.get(i).name());
            Rectangle2D text = new Rectangle2D.Double(
                    0, 0, metrics.stringWidth(name), metrics.getAscent() + (double) metrics.getDescent());
            Rectangle2D found = found(places.get(i), text, area, taken);
            taken.add(found);
            draw(graphics, across, name, found, places.get(i), metrics);
        }
    }

    private static void draw(
            Graphics2D graphics, ValueAxis across, String name, Rectangle2D found, Point2D place, FontMetrics metrics) {
        Point2D end = nearest(found, place);
        if (end.distance(place) > NEAR) {
            graphics.setPaint(across.getAxisLinePaint());
            graphics.setStroke(new BasicStroke(.7f));
            graphics.draw(new Line2D.Double(place, end));
        }
        graphics.setPaint(across.getLabelPaint());
        graphics.drawString(name, (float) found.getX(), (float) (found.getY() + metrics.getAscent()));
    }

    /** Those with the least room around them come first. */
    private static double room(List<Point2D> places, int of) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < places.size(); i++) {
            nearest = i == of ? nearest : Math.min(nearest, places.get(i).distance(places.get(of)));
        }
        return nearest;
    }

    /** The nearest place that is free, or the one that covers least. */
    private static Rectangle2D found(Point2D place, Rectangle2D text, Rectangle2D area, List<Rectangle2D> taken) {
        Rectangle2D best = text;
        double least = Double.MAX_VALUE;
        for (double distance : DISTANCES) {
            for (int step = 0; step < DIRECTIONS; step++) {
                // Beside bars, which are upright and level, first: the diagonals, then what lies between.
                int direction = (DIRECTIONS / 8 + step * (DIRECTIONS / 4) + step / 4) % DIRECTIONS;
                double angle = 2 * Math.PI * direction / DIRECTIONS;
                Rectangle2D here = at(place, text, distance, angle);
                double covered = covered(here, area, taken) + distance * 1e-3;
                if (covered < least) {
                    least = covered;
                    best = here;
                }
            }
            if (least < 1) {
                return best;
            }
        }
        return best;
    }

    private static Rectangle2D at(Point2D place, Rectangle2D text, double distance, double angle) {
        double x = place.getX() + distance * Math.cos(angle);
        double y = place.getY() + distance * Math.sin(angle);
        double left = x - text.getWidth() * (1 - Math.cos(angle)) / 2;
        double top = y - text.getHeight() * (1 - Math.sin(angle)) / 2;
        return new Rectangle2D.Double(left, top, text.getWidth(), text.getHeight());
    }

    private static double covered(Rectangle2D here, Rectangle2D area, List<Rectangle2D> taken) {
        Rectangle2D inside = here.createIntersection(area);
        double covered = inside.isEmpty()
                ? 1e6
                : 10 * (here.getWidth() * here.getHeight() - inside.getWidth() * inside.getHeight());
        for (Rectangle2D one : taken) {
            Rectangle2D both = one.createIntersection(around(here, AIR));
            covered += both.isEmpty() ? 0 : 1 + both.getWidth() * both.getHeight();
        }
        return covered;
    }

    private static Point2D nearest(Rectangle2D box, Point2D to) {
        return new Point2D.Double(
                Math.max(box.getMinX(), Math.min(box.getMaxX(), to.getX())),
                Math.max(box.getMinY(), Math.min(box.getMaxY(), to.getY())));
    }

    private static Rectangle2D around(Point2D place, double by) {
        return new Rectangle2D.Double(place.getX() - by, place.getY() - by, 2 * by, 2 * by);
    }

    private static Rectangle2D box(Point2D from, Point2D to) {
        Rectangle2D box = new Rectangle2D.Double(from.getX(), from.getY(), 0, 0);
        box.add(to);
        return around(box, .5);
    }

    private static Rectangle2D around(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static Point2D place(XYPlot plot, Rectangle2D area, ValueAxis across, ValueAxis up, double x, double y) {
        return new Point2D.Double(
                across.valueToJava2D(x, area, plot.getDomainAxisEdge()),
                up.valueToJava2D(y, area, plot.getRangeAxisEdge()));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST - END - 1).strip() + "\u2026"
                        + name.substring(name.length() - END).strip();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
