package peekbench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/** Panels of training curves over one axis of epochs. */
final class CurvesChart {
    private static final double PERCENT = 100;
    private static final double GAP = 14;
    private static final double MARKER = 5;
    private static final int FEW_EPOCHS = 30;

    private final List<SeedGroup> groups;
    private final boolean markers;

    private CurvesChart(List<StoredTrial> trials) {
        this.groups = SeedGroup.of(trials);
        this.markers =
                trials.stream().mapToInt(trial -> trial.epochs().size()).max().orElse(0) <= FEW_EPOCHS;
    }

    static JFreeChart of(List<StoredTrial> trials) {
        return new CurvesChart(trials).chart(Heading.of(trials));
    }

    private JFreeChart chart(Heading heading) {
        NumberAxis epochs = ChartStyle.axis("Epoch");
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        epochs.setLowerMargin(.03);
        epochs.setUpperMargin(.03);
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(epochs);
        panels.setGap(GAP);
        if (any(epoch -> epoch.testAccuracy())) {
            panels.add(panel("Test accuracy (%)", List.of(test(epoch -> epoch.testAccuracy() * PERCENT))), 5);
        }
        panels.add(panel("Task loss", List.of(test(EpochMetrics::testLoss), training(EpochMetrics::trainLoss))), 4);
        if (any(epoch -> epoch.defenseLoss().orElse(Double.NaN))) {
            panels.add(
                    panel(
                            "Defense's loss",
                            List.of(training(epoch -> epoch.defenseLoss().orElse(Double.NaN)))),
                    3);
        }
        panels.setFixedLegendItems(legend());
        panels.setBackgroundPaint(java.awt.Color.WHITE);
        return ChartStyle.chart(heading.title(), heading.subtitle() + band(), panels);
    }

    /** Failed trials stay out of the means, but a group that only has those shows how far it came. */
    private static List<StoredTrial> shown(SeedGroup group) {
        return group.completed().isEmpty() ? group.trials() : group.completed();
    }

    private static String name(SeedGroup group, List<SeedGroup> groups) {
        return Heading.legend(group, groups) + (group.completed().isEmpty() ? " (failed)" : "");
    }

    private String band() {
        boolean several = groups.stream().anyMatch(group -> shown(group).size() > 1);
        return several ? " \u00b7 mean, band: 95 % interval (Student's t)" : "";
    }

    private boolean any(ToDoubleFunction<EpochMetrics> figure) {
        return groups.stream()
                .flatMap(group -> shown(group).stream())
                .flatMap(trial -> trial.epochs().stream())
                .anyMatch(epoch -> !Double.isNaN(figure.applyAsDouble(epoch)));
    }

    private XYPlot panel(String label, List<Line> lines) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, markers);
        renderer.setAlpha(1);
        for (Line line : lines) {
            for (int i = 0; i < groups.size(); i++) {
                SeedGroup group = groups.get(i);
                String name = name(group, groups) + line.suffix();
                YIntervalSeries series = CurveSeries.of(name, shown(group), line.figure());
                int index = curves.getSeriesCount();
                curves.addSeries(series);
                renderer.setSeriesPaint(index, ChartStyle.colour(i));
                renderer.setSeriesFillPaint(index, ChartStyle.band(i));
                renderer.setSeriesStroke(index, line.dashed() ? ChartStyle.dashed() : ChartStyle.solid());
                renderer.setSeriesShape(index, ChartStyle.marker(i, MARKER));
                renderer.setSeriesShapesVisible(index, markers && !line.dashed());
            }
        }
        NumberAxis axis = ChartStyle.axis(label);
        XYPlot plot = new XYPlot(curves, null, axis, renderer);
        ChartStyle.style(plot);
        return plot;
    }

    /** Colours once for all panels, and what a dash means. */
    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (int i = 0; i < groups.size(); i++) {
            LegendItem item = new LegendItem(
                    name(groups.get(i), groups),
                    null,
                    null,
                    null,
                    ChartStyle.marker(i, MARKER + 1),
                    ChartStyle.colour(i));
            item.setLineVisible(true);
            item.setLine(new java.awt.geom.Line2D.Double(-12, 0, 12, 0));
            item.setLineStroke(ChartStyle.solid());
            item.setLinePaint(ChartStyle.colour(i));
            items.add(item);
        }
        LegendItem dash = new LegendItem("dashed: on training records", ChartStyle.MUTED);
        dash.setShapeVisible(false);
        dash.setLineVisible(true);
        dash.setLine(new java.awt.geom.Line2D.Double(-12, 0, 12, 0));
        dash.setLineStroke(ChartStyle.dashed());
        dash.setLinePaint(ChartStyle.MUTED);
        items.add(dash);
        return items;
    }

    private static Line test(ToDoubleFunction<EpochMetrics> figure) {
        return new Line("", false, figure);
    }

    private static Line training(ToDoubleFunction<EpochMetrics> figure) {
        return new Line(", training", true, figure);
    }

    private record Line(String suffix, boolean dashed, ToDoubleFunction<EpochMetrics> figure) {}
}
