package peekbench.ui.view.run;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardXYToolTipGenerator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import peekbench.report.chart.ChartStyle;
import peekbench.report.chart.ReportFont;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.result.EpochMetrics;
import peekbench.ui.model.run.TrialCurves;
import peekbench.ui.view.part.Ink;

/** Small charts of a training that goes on. Axes of epochs and of accuracy are whole from the first epoch on. */
final class EpochCharts {
    private static final double PERCENT = 100;
    private static final double DOT = 5;
    private static final float LINE = 1.8f;
    private static final int MOST_DOTS = 40;
    private static final int TITLE = 12;
    private static final int TEXT = 11;

    private final TrialCurves curves;
    private final Ink ink;

    EpochCharts(TrialCurves curves, Ink ink) {
        this.curves = curves;
        this.ink = ink;
    }

    private record Line(String name, boolean dashed, ToDoubleFunction<EpochMetrics> figure) {}

    /** Those that have something to show. */
    List<JFreeChart> all() {
        List<JFreeChart> charts = new ArrayList<>();
        if (any(EpochMetrics::testAccuracy)) {
            JFreeChart chart =
                    chart("Accuracy (%)", List.of(new Line("test", false, epoch -> PERCENT * epoch.testAccuracy())));
            chart.getXYPlot().getRangeAxis().setRange(0, PERCENT);
            charts.add(chart);
        } else {
            charts.add(chart("Mean absolute error", List.of(new Line("test", false, EpochMetrics::testDeviation))));
        }
        charts.add(chart(
                "Loss",
                List.of(
                        new Line("test", false, EpochMetrics::testLoss),
                        new Line("training", true, EpochMetrics::trainLoss))));
        if (any(epoch -> epoch.defenseLoss().orElse(Double.NaN))) {
            charts.add(chart(
                    "Defense\u2019s loss",
                    List.of(new Line(
                            "training", true, epoch -> epoch.defenseLoss().orElse(Double.NaN)))));
        }
        return charts;
    }

    /** The last state in words, for screen readers. */
    static String words(TrialCurves curves) {
        EpochMetrics last = curves.epochs().get(curves.epochs().size() - 1);
        return String.format(
                Locale.ROOT,
                "epoch %d of %d: accuracy %s, loss %.3f, test loss %.3f",
                last.epoch(),
                curves.planned(),
                Double.isNaN(last.testAccuracy())
                        ? "none"
                        : Cells.text(Column.ACCURACY, OptionalDouble.of(last.testAccuracy())),
                last.trainLoss(),
                last.testLoss());
    }

    private boolean any(ToDoubleFunction<EpochMetrics> figure) {
        return curves.epochs().stream().anyMatch(epoch -> !Double.isNaN(figure.applyAsDouble(epoch)));
    }

    private JFreeChart chart(String title, List<Line> lines) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setDefaultToolTipGenerator(new StandardXYToolTipGenerator(
                "{0}: epoch {1}, {2}", NumberFormat.getIntegerInstance(Locale.ROOT), decimals()));
        for (Line line : lines) {
            int index = data.getSeriesCount();
            XYSeries series = new XYSeries(line.name());
            curves.epochs()
                    .forEach(epoch -> series.add(epoch.epoch(), line.figure().applyAsDouble(epoch)));
            data.addSeries(series);
            renderer.setSeriesPaint(index, line.dashed() ? paint(ink.muted()) : ChartStyle.colour(0));
            renderer.setSeriesStroke(index, stroke(line.dashed()));
            renderer.setSeriesShape(index, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesShapesVisible(index, curves.epochs().size() <= MOST_DOTS);
        }
        XYPlot plot = new XYPlot(data, epochs(), axis(), renderer);
        plot.setBackgroundPaint(paint(ink.background()));
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(paint(ink.line()));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(title, ReportFont.BOLD.at(TITLE * ink.em()), plot, lines.size() > 1);
        chart.setBackgroundPaint(paint(ink.background()));
        chart.setPadding(new RectangleInsets(2, 2, 2, 8));
        chart.getTitle().setPaint(paint(ink.text()));
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        if (lines.size() > 1) {
            chart.getLegend().setPosition(RectangleEdge.BOTTOM);
            chart.getLegend().setItemFont(ReportFont.REGULAR.at(TEXT * ink.em()));
            chart.getLegend().setItemPaint(paint(ink.text()));
            chart.getLegend().setBackgroundPaint(paint(ink.background()));
            chart.getLegend().setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    private static NumberFormat decimals() {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static BasicStroke stroke(boolean dashed) {
        return dashed
                ? new BasicStroke(
                        LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.5f * LINE, 2 * LINE}, 0)
                : new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private NumberAxis epochs() {
        NumberAxis axis = styled(new NumberAxis("Epoch"));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        int last = curves.epochs().get(curves.epochs().size() - 1).epoch();
        axis.setRange(.8, Math.max(2, Math.max(last, curves.planned())) + .2);
        return axis;
    }

    private NumberAxis axis() {
        NumberAxis axis = styled(new NumberAxis());
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeMinimumSize(.01);
        axis.setNumberFormatOverride(decimals());
        return axis;
    }

    private NumberAxis styled(NumberAxis axis) {
        axis.setLabelFont(ReportFont.REGULAR.at(TEXT * ink.em()));
        axis.setLabelPaint(paint(ink.muted()));
        axis.setTickLabelFont(ReportFont.REGULAR.at(TEXT * ink.em()));
        axis.setTickLabelPaint(paint(ink.muted()));
        axis.setAxisLinePaint(paint(ink.line()));
        axis.setTickMarkPaint(paint(ink.line()));
        return axis;
    }

    private static java.awt.Color paint(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    }
}
