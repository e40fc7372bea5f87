package peekbench.report.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.CollapsedSeeds;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/** Panels of training curves over one axis of epochs. */
final class CurvesChart {
    private static final double PERCENT = 100;
    private static final Range PERCENTAGES = new Range(0, PERCENT);
    private static final Range NOT_NEGATIVE = new Range(0, Double.MAX_VALUE);
    private static final Range SIMILARITIES = new Range(-1, 1);
    private static final double GAP = 14;
    private static final double MARKER = 5;
    private static final double LEGEND_LINE = 12;
    private static final int FEW_EPOCHS = 30;
    /** Lines that are nowhere farther apart than this part of the axis lie on each other. */
    private static final double SAME_LINE = .004;

    private final List<SeedGroup> groups;
    private final boolean markers;

    private CurvesChart(List<StoredTrial> trials) {
        this.groups = SeedGroup.of(trials);
        this.markers =
                trials.stream().mapToInt(trial -> trial.epochs().size()).max().orElse(0) <= FEW_EPOCHS;
    }

    static Optional<JFreeChart> of(List<StoredTrial> trials) {
        List<StoredTrial> trained =
                trials.stream().filter(trial -> !trial.epochs().isEmpty()).toList();
        return trained.isEmpty() ? Optional.empty() : Optional.of(new CurvesChart(trained).chart(Heading.of(trained)));
    }

    private JFreeChart chart(Heading heading) {
        NumberAxis epochs = ChartStyle.axis("Epoch", 1);
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        epochs.setLowerMargin(.03);
        epochs.setUpperMargin(.03);
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(epochs);
        panels.setGap(GAP);
        if (any(epoch -> epoch.testAccuracy())) {
            panels.add(
                    panel("Test accuracy (%)", 1, PERCENTAGES, List.of(test(epoch -> epoch.testAccuracy() * PERCENT))),
                    5);
        }
        panels.add(
                panel(
                        "Task loss",
                        .01,
                        NOT_NEGATIVE,
                        List.of(test(EpochMetrics::testLoss), training(EpochMetrics::trainLoss))),
                4);
        if (any(epoch -> epoch.defenseLoss().orElse(Double.NaN))) {
            panels.add(
                    panel(
                            "Defense's loss",
                            .01,
                            NOT_NEGATIVE,
                            List.of(training(epoch -> epoch.defenseLoss().orElse(Double.NaN)))),
                    3);
        }
        CurveSeries.Figure leak = CurveSeries.Figure.ofLeak();
        if (attackedDuringTraining()) {
            panels.add(panel("SSIM, strongest attack", .01, SIMILARITIES, List.of(new Line("", false, leak))), 4);
        }
        panels.setFixedLegendItems(legend());
        panels.setBackgroundPaint(Color.WHITE);
        return ChartStyle.chart(heading.title(), heading.subtitle() + band(), panels);
    }

    private boolean attackedDuringTraining() {
        return groups.stream()
                .flatMap(group -> shown(group).stream())
                .flatMap(trial -> trial.scores().stream())
                .anyMatch(score -> score.subject().kind() == Subject.Kind.DURING_TRAINING);
    }

    /** Failed trials stay out of the means, but a group that only has those shows how far it came. */
    private static List<StoredTrial> shown(SeedGroup group) {
        return group.completed().isEmpty() ? group.trials() : group.completed();
    }

    private static String name(SeedGroup group, List<SeedGroup> groups) {
        return Heading.legend(group, groups)
                + (group.completed().isEmpty() ? " (failed)" : CollapsedSeeds.inLegend(group));
    }

    private String band() {
        int seeds = groups.stream().mapToInt(group -> shown(group).size()).max().orElse(0);
        if (seeds >= Estimate.FEWEST_SEEDS) {
            return " \u00b7 mean, band: 95 % interval (Student's t)";
        }
        return seeds > 1 ? " \u00b7 mean, band: range of the seeds" : "";
    }

    private boolean any(ToDoubleFunction<EpochMetrics> figure) {
        return groups.stream()
                .flatMap(group -> shown(group).stream())
                .flatMap(trial -> trial.epochs().stream())
                .anyMatch(epoch -> !Double.isNaN(figure.applyAsDouble(epoch)));
    }

    private XYPlot panel(String label, double narrowest, Range possible, List<Line> lines) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, markers);
        renderer.setAlpha(1);
        for (Line line : lines) {
            for (SeedGroup group : groups) {
                String name = name(group, groups) + line.suffix();
                YIntervalSeries series = CurveSeries.of(name, shown(group), line.figure(), possible);
                int index = curves.getSeriesCount();
                curves.addSeries(series);
                SeriesLook look = SeriesLook.of(group, groups);
                renderer.setSeriesPaint(index, look.paint());
                renderer.setSeriesFillPaint(index, look.band());
                renderer.setSeriesStroke(index, line.dashed() ? ChartStyle.dashed() : ChartStyle.solid());
                renderer.setSeriesShape(index, look.marker(MARKER));
                renderer.setSeriesShapesVisible(index, markers && !line.dashed());
            }
        }
        NumberAxis axis = ChartStyle.axis(label, narrowest);
        XYPlot plot = new XYPlot(curves, null, axis, renderer);
        widen(curves, renderer, axis.getRange().getLength());
        ChartStyle.style(plot);
        return plot;
    }

    /** Later lines are drawn first: one below others is wider, so that it is seen around them. */
    private static void widen(YIntervalSeriesCollection curves, DeviationRenderer renderer, double range) {
        for (int line = 1; line < curves.getSeriesCount(); line++) {
            int below = 0;
            for (int other = 0; other < line; other++) {
                below += renderer.getSeriesStroke(other).equals(ChartStyle.dashed())
                                || !same(curves, line, other, SAME_LINE * range)
                        ? 0
                        : 1;
            }
            if (below > 0 && !renderer.getSeriesStroke(line).equals(ChartStyle.dashed())) {
                renderer.setSeriesStroke(line, ChartStyle.solid(below));
            }
        }
    }

    private static boolean same(YIntervalSeriesCollection curves, int one, int other, double within) {
        return curves.getItemCount(one) == curves.getItemCount(other)
                && IntStream.range(0, curves.getItemCount(one))
                        .allMatch(i -> Math.abs(curves.getYValue(one, i) - curves.getYValue(other, i)) <= within);
    }

    /** Colours once for all panels, and what a dash means. */
    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (SeedGroup group : groups) {
            SeriesLook look = SeriesLook.of(group, groups);
            LegendItem item =
                    new LegendItem(name(group, groups), null, null, null, look.marker(MARKER + 1), look.paint());
            item.setLineVisible(true);
            item.setLine(legendLine());
            item.setLineStroke(ChartStyle.solid());
            item.setLinePaint(look.paint());
            items.add(item);
        }
        LegendItem dash = new LegendItem("dashed: on training records", ChartStyle.MUTED);
        dash.setShapeVisible(false);
        dash.setLineVisible(true);
        dash.setLine(legendLine());
        dash.setLineStroke(ChartStyle.dashed());
        dash.setLinePaint(ChartStyle.MUTED);
        items.add(dash);
        return items;
    }

    private static Line2D legendLine() {
        return new Line2D.Double(-LEGEND_LINE, 0, LEGEND_LINE, 0);
    }

    private static Line test(ToDoubleFunction<EpochMetrics> figure) {
        return new Line("", false, CurveSeries.Figure.of(figure));
    }

    private static Line training(ToDoubleFunction<EpochMetrics> figure) {
        return new Line(", training", true, CurveSeries.Figure.of(figure));
    }

    private record Line(String suffix, boolean dashed, CurveSeries.Figure figure) {}
}
