package peekbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The one look of all charts. Colours are those of Okabe and Ito (2008), "Color universal design", which people with
 * any common colour blindness tell apart; shapes and dashes repeat what colours say.
 */
public final class ChartStyle {
    public static final Color TEXT = new Color(0x22, 0x22, 0x22);
    public static final Color MUTED = new Color(0x5f, 0x5f, 0x5f);
    static final Color GRID = new Color(0xdd, 0xdd, 0xdd);
    static final Color AXIS = new Color(0x80, 0x80, 0x80);
    private static final List<Color> COLOURS = List.of(
            new Color(0x00, 0x72, 0xb2),
            new Color(0xd5, 0x5e, 0x00),
            new Color(0x00, 0x9e, 0x73),
            new Color(0xcc, 0x79, 0xa7),
            new Color(0xe6, 0x9f, 0x00),
            new Color(0x56, 0xb4, 0xe9),
            new Color(0x22, 0x22, 0x22));
    /** As many series have a colour of their own. */
    static final int COLOURS_THERE_ARE = COLOURS.size();

    private static final int SHAPES = 5;
    private static final float LINE = 1.8f;
    private static final float WIDER = 3;
    private static final int BAND_OPACITY = 48;

    private ChartStyle() {}

    /** The colour of a series, from a list that begins anew at its end. */
    public static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    static Color band(int series) {
        Color colour = colour(series);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_OPACITY);
    }

    static BasicStroke solid() {
        return solid(0);
    }

    /** A line that is seen on both sides of so many others that lie on it. */
    static BasicStroke solid(int above) {
        return new BasicStroke(LINE + WIDER * above, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed() {
        return new BasicStroke(
                LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.5f * LINE, 2 * LINE}, 0);
    }

    /** A line whose pattern tells it from others: solid, dashes and dots, dots, long dashes. */
    static BasicStroke line(int series) {
        float[][] patterns = {{}, {5 * LINE, 2 * LINE, LINE, 2 * LINE}, {LINE, 1.5f * LINE}, {6 * LINE, 2 * LINE}};
        float[] pattern = patterns[series % patterns.length];
        return pattern.length == 0
                ? solid()
                : new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    /** A marker about {@code size} points wide. */
    static Shape marker(int series, double size) {
        double half = size / 2;
        return switch (series % SHAPES) {
            case 0 -> new Ellipse2D.Double(-half, -half, size, size);
            case 1 -> new Rectangle2D.Double(-.88 * half, -.88 * half, .88 * size, .88 * size);
            case 2 -> polygon(0, -1.2 * half, 1.15 * half, .85 * half, -1.15 * half, .85 * half);
            case 3 -> polygon(0, -1.25 * half, 1.25 * half, 0, 0, 1.25 * half, -1.25 * half, 0);
            default -> polygon(0, 1.2 * half, 1.15 * half, -.85 * half, -1.15 * half, -.85 * half);
        };
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }

    /**
     * An axis that shows its data closely.
     *
     * @param narrowest range that it shows when all values are nearly the same
     */
    static NumberAxis axis(String label, double narrowest) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(narrowest);
        style(axis);
        return axis;
    }

    static void style(ValueAxis axis) {
        axis.setLabelFont(ReportFont.REGULAR.at(12));
        axis.setLabelPaint(TEXT);
        axis.setTickLabelFont(ReportFont.REGULAR.at(11));
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(AXIS);
        axis.setTickMarkPaint(AXIS);
    }

    static void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(.8f));
        plot.setRangeGridlineStroke(new BasicStroke(.8f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /** A chart with title, a line below it and its legend at the bottom. */
    static JFreeChart chart(String title, String subtitle, XYPlot plot) {
        JFreeChart chart = new JFreeChart(title, ReportFont.BOLD.at(14), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 6, 14));
        TextTitle heading = chart.getTitle();
        heading.setPaint(TEXT);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        TextTitle line = new TextTitle(subtitle, ReportFont.REGULAR.at(11));
        line.setPaint(MUTED);
        line.setHorizontalAlignment(HorizontalAlignment.LEFT);
        line.setPadding(new RectangleInsets(1, 2, 8, 2));
        chart.addSubtitle(line);
        LegendTitle legend = chart.getLegend();
        legend.setItemFont(ReportFont.REGULAR.at(11));
        legend.setItemPaint(TEXT);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 10));
        return chart;
    }
}
