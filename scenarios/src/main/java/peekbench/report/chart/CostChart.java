package peekbench.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.CollapsedSeeds;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/**
 * Accuracy against what training has cost so far: operations of the clients, and bytes between all parties (Gupta and Raskar
 * 2018, Figures 3 and 4). Lines go through the means over seeds after each epoch; both costs have logarithmic axes.
 */
final class CostChart {
    private static final double GIGA = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double MARKER = 5;
    private static final double GAP = 14;

    private final List<SeedGroup> groups;

    private CostChart(List<SeedGroup> groups) {
        this.groups = groups;
    }

    /**
     * The chart.
     *
     * @return nothing unless two protocols or cuts sent something and were tested for accuracy
     */
    static Optional<JFreeChart> of(List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials).stream()
                .filter(group -> group.completed().stream()
                        .flatMap(trial -> trial.epochs().stream())
                        .anyMatch(epoch -> bytes(epoch) > 0 && !Double.isNaN(epoch.testAccuracy())))
                .toList();
        return SeedGroup.comparable(groups).size() < 2
                ? Optional.empty()
                : Optional.of(new CostChart(groups).chart(Heading.of(trials)));
    }

    private JFreeChart chart(Heading heading) {
        NumberAxis accuracy = ChartStyle.axis("Test accuracy (%)", 1);
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(accuracy);
        panels.setGap(GAP);
        XYPlot operations = panel("Operations of all clients (GFLOP)", epoch -> epoch.clientFlops() / GIGA);
        panels.add(operations);
        panels.setFixedLegendItems(operations.getLegendItems());
        panels.add(panel("Sent by all parties (MB)", epoch -> bytes(epoch) / MEGABYTE));
        panels.setBackgroundPaint(Color.WHITE);
        return ChartStyle.chart(heading.title(), heading.subtitle(), panels);
    }

    private static double bytes(EpochMetrics epoch) {
        return (double) epoch.bytesToServer() + epoch.bytesToClients() + epoch.bytesBetweenClients();
    }

    private XYPlot panel(String label, ToDoubleFunction<EpochMetrics> cost) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (SeedGroup group : groups) {
            SeriesLook look = SeriesLook.of(group, groups);
            int index = lines.getSeriesCount();
            lines.addSeries(line(group, cost));
            renderer.setSeriesPaint(index, look.paint());
            renderer.setSeriesStroke(index, ChartStyle.solid());
            renderer.setSeriesShape(index, look.marker(MARKER));
        }
        XYPlot plot = new XYPlot(lines, new DecadeAxis(label), null, renderer);
        ChartStyle.style(plot);
        return plot;
    }

    private XYSeries line(SeedGroup group, ToDoubleFunction<EpochMetrics> cost) {
        XYSeries line = new XYSeries(Heading.legend(group, groups) + CollapsedSeeds.inLegend(group), false);
        List<StoredTrial> trials = group.completed();
        int epochs =
                trials.stream().mapToInt(trial -> trial.epochs().size()).min().orElse(0);
        double spent = 0;
        for (int place = 0; place < epochs; place++) {
            int epoch = place;
            spent += mean(trials, epoch, cost);
            double accuracy = mean(trials, epoch, EpochMetrics::testAccuracy);
            if (spent > 0) {
                line.add(spent, 100 * accuracy);
            }
        }
        return line;
    }

    private static double mean(List<StoredTrial> trials, int epoch, ToDoubleFunction<EpochMetrics> figure) {
        return trials.stream()
                .mapToDouble(trial -> figure.applyAsDouble(trial.epochs().get(epoch)))
                .average()
                .orElse(Double.NaN);
    }
}
