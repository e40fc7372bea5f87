package peekbench.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import peekbench.metric.RocCurve;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.result.record.StoredRoc;

/**
 * Members found against false alarms, both logarithmic, since it is the few sure answers that matter (Carlini et al. 2022): one
 * panel an attack, one line a group, the mean over its seeds at each share of false alarms. A dashed line is guessing.
 */
final class RocChart {
    private static final double GAP = 18;
    private static final int PLACES = 200;
    /** Where the axes begin at the latest. */
    private static final double LARGEST_START = .1;

    private final List<SeedGroup> groups;
    private final double smallest;

    private RocChart(List<SeedGroup> groups, double smallest) {
        this.groups = groups;
        this.smallest = smallest;
    }

    /**
     * The chart.
     *
     * @return nothing when nobody attacked membership
     */
    static Optional<JFreeChart> of(List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials).stream()
                .filter(group -> curves(group).findAny().isPresent())
                .toList();
        double smallest = groups.stream()
                .flatMap(RocChart::curves)
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(RocCurve.Point::falsePositives)
                .filter(share -> share > 0)
                .reduce(LARGEST_START, Math::min);
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new RocChart(groups, smallest).chart(Heading.of(trials)));
    }

    private static Stream<StoredRoc> curves(SeedGroup group) {
        return group.completed().stream().flatMap(trial -> trial.rocCurves().stream());
    }

    private JFreeChart chart(Heading heading) {
        DecadeAxis found = new DecadeAxis("Members found (true positives)");
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(found);
        panels.setGap(GAP);
        List<String> attacks = groups.stream()
                .flatMap(RocChart::curves)
                .map(StoredRoc::attack)
                .distinct()
                .toList();
        List<XYPlot> plots = attacks.stream().map(this::panel).toList();
        plots.forEach(panels::add);
        panels.setFixedLegendItems(plots.get(0).getLegendItems());
        panels.setBackgroundPaint(Color.WHITE);
        found.setRange(smallest, 1);
        return ChartStyle.chart(heading.title(), heading.subtitle() + " \u00b7 mean over seeds", panels);
    }

    private XYPlot panel(String attack) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true); // else a pattern begins anew at every point
        for (SeedGroup group : groups) {
            int index = lines.getSeriesCount();
            lines.addSeries(line(group, attack));
            SeriesLook look = SeriesLook.of(group, groups);
            renderer.setSeriesPaint(index, look.paint());
            renderer.setSeriesStroke(index, look.line());
        }
        XYSeries chance = new XYSeries("guessing");
        chance.add(smallest, smallest);
        chance.add(1, 1);
        lines.addSeries(chance);
        renderer.setSeriesPaint(groups.size(), ChartStyle.MUTED);
        renderer.setSeriesStroke(groups.size(), ChartStyle.dashed());
        DecadeAxis axis = new DecadeAxis("False positives, " + attack);
        axis.setRange(smallest, 1);
        XYPlot plot = new XYPlot(lines, axis, null, renderer);
        ChartStyle.style(plot);
        return plot;
    }

    /** A share of 0 has no place on a logarithmic axis, so a line begins where something is found. */
    private XYSeries line(SeedGroup group, String attack) {
        XYSeries line = new XYSeries(Heading.legend(group, groups), false);
        List<StoredRoc> curves =
                curves(group).filter(curve -> curve.attack().equals(attack)).toList();
        for (int place = 0; place <= PLACES; place++) {
            // Rounding must not put a place just below the smallest share.
            double share =
                    place == PLACES ? 1 : smallest * Math.pow(1 / smallest, (double) place / PLACES) * (1 + 1e-9);
            double found = curves.stream()
                    .mapToDouble(curve -> curve.truePositivesAt(share))
                    .average()
                    .orElse(0);
            if (found > 0) {
                line.add(share, found);
            }
        }
        return line;
    }
}
