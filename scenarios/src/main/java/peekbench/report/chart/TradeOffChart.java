package peekbench.report.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
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
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.GroupScores;
import peekbench.report.table.LeakageRows;
import peekbench.report.table.SummaryRow;
import peekbench.report.table.SummaryTable;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * Accuracy against leakage, one panel a measure of leakage, one point an arm: what the strongest attacker of each arm got,
 * reconstructions where there are any, else labels.
 */
final class TradeOffChart {
    private static final double PERCENT = 100;
    private static final Range SHARES = new Range(0, 1);
    private static final Range CORRELATIONS = new Range(-1, 1);
    private static final double GAP = 18;
    private static final double MARKER = 9;
    private static final double CAP = 5;
    private static final double DOT = 3;
    private static final double MARGIN = .08;

    /** In the order in which charts prefer them. */
    private static final List<Leak> LEAKS = List.of(
            new Leak(Column.SSIM, "SSIM of the strongest attacker", TargetSet.VICTIM_TEST, Reference.MEAN_IMAGE),
            new Leak(
                    Column.LABEL_AUC,
                    "AUC of the strongest attack on labels",
                    TargetSet.VICTIM_TRAIN,
                    Reference.MAJORITY_CLASS),
            new Leak(
                    Column.LABEL_ACCURACY,
                    "Labels that the strongest attack gets right",
                    TargetSet.VICTIM_TRAIN,
                    Reference.MAJORITY_CLASS));

    private final List<SeedGroup> groups;
    private final SummaryTable table;
    private final Leak leak;

    /**
     * What an attacker is after.
     *
     * @param column the figure that says how much of it was got
     * @param axis what the axis says
     * @param records those it is shown for
     * @param floor what is known without any leak
     */
    private record Leak(Column column, String axis, TargetSet records, Reference floor) {}

    private TradeOffChart(List<SeedGroup> groups, SummaryTable table, Leak leak) {
        this.groups = groups;
        this.table = table;
        this.leak = leak;
    }

    static Optional<JFreeChart> of(List<StoredTrial> trials) {
        SummaryTable table = SummaryTable.leakage(trials);
        List<SeedGroup> groups = SeedGroup.of(trials);
        return LEAKS.stream()
                .map(leak -> new TradeOffChart(groups, table, leak))
                .filter(chart -> chart.points() >= 2)
                .findFirst()
                .map(chart -> chart.chart(Heading.of(trials)));
    }

    private long points() {
        return groups.stream()
                .filter(group -> estimate(group, leak.column).isPresent()
                        && estimate(group, Column.ACCURACY).isPresent())
                .count();
    }

    private JFreeChart chart(Heading heading) {
        NumberAxis accuracy = ChartStyle.axis("Test accuracy (%)", 1);
        accuracy.setLowerMargin(MARGIN);
        accuracy.setUpperMargin(MARGIN);
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(accuracy);
        panels.setGap(GAP);
        XYPlot attacked = panel(leak.column, leak.axis);
        floor().ifPresent(mean -> {
            attacked.addDomainMarker(floorLine(mean));
            include(attacked.getDomainAxis(), mean);
        });
        panels.add(attacked);
        if (table.columns().contains(Column.BIAS_CORRECTED_DISTANCE_CORRELATION)) {
            panels.add(panel(Column.BIAS_CORRECTED_DISTANCE_CORRELATION, "Distance correlation\u00b2, bias-corrected"));
        } else if (table.columns().contains(Column.DISTANCE_CORRELATION)) {
            panels.add(panel(Column.DISTANCE_CORRELATION, "Distance correlation, V-statistic"));
        }
        panels.setFixedLegendItems(attacked.getLegendItems());
        panels.setBackgroundPaint(Color.WHITE);
        String intervals = bars(groups.stream()
                .mapToInt(group -> group.completed().size())
                .max()
                .orElse(0));
        return ChartStyle.chart(
                heading.title(), heading.subtitle() + " \u00b7 " + recordsShown() + " \u00b7 " + intervals, panels);
    }

    /** @param seeds of the group that has most */
    private static String bars(int seeds) {
        if (seeds >= Estimate.FEWEST_SEEDS) {
            return "dots: seeds, bars: 95 % intervals over seeds (Student's t)";
        }
        return seeds > 1 ? "dots: seeds, bars: their range" : "bars: intervals over images; one seed";
    }

    private String recordsShown() {
        return leak.records == TargetSet.VICTIM_TEST ? "unseen records" : "records trained on";
    }

    private XYPlot panel(Column column, String label) {
        XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(CAP);
        XYSeriesCollection seeds = new XYSeriesCollection();
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < groups.size(); i++) {
            SeedGroup group = groups.get(i);
            XYIntervalSeries series = new XYIntervalSeries(Heading.legend(group, groups));
            Optional<Estimate> leaked = estimate(group, column);
            Optional<Estimate> accuracy = estimate(group, Column.ACCURACY);
            if (leaked.isPresent() && accuracy.isPresent()) {
                Interval across = around(leaked.get(), CORRELATIONS);
                Interval up = around(accuracy.get(), SHARES);
                series.add(
                        leaked.get().mean(),
                        across.low(),
                        across.high(),
                        accuracy.get().mean() * PERCENT,
                        up.low() * PERCENT,
                        up.high() * PERCENT);
            }
            points.addSeries(series);
            seeds.addSeries(dots(i, leaked, accuracy));
            SeriesLook look = SeriesLook.of(group, groups);
            dots.setSeriesPaint(i, look.paint());
            dots.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            dots.setSeriesVisibleInLegend(i, false);
            renderer.setSeriesPaint(i, look.paint());
            renderer.setSeriesShape(i, look.marker(MARKER));
        }
        NumberAxis axis = ChartStyle.axis(label + " \u2192 more leak", .01);
        axis.setLowerMargin(MARGIN);
        axis.setUpperMargin(MARGIN);
        XYPlot plot = new XYPlot(points, axis, null, renderer);
        plot.setDataset(1, seeds);
        plot.setRenderer(1, dots);
        ChartStyle.style(plot);
        return plot;
    }

    /** One dot a seed, where there are several and each has both figures. */
    private static XYSeries dots(int group, Optional<Estimate> leaked, Optional<Estimate> accuracy) {
        XYSeries dots = new XYSeries(group, false, true);
        List<Double> across = leaked.map(Estimate::values).orElse(List.of());
        List<Double> up = accuracy.map(Estimate::values).orElse(List.of());
        for (int seed = 0; across.size() > 1 && across.size() == up.size() && seed < up.size(); seed++) {
            dots.add(across.get(seed).doubleValue(), up.get(seed) * PERCENT);
        }
        return dots;
    }

    /** Bars end at the possible values, though Student's t knows no such bound. */
    private static Interval around(Estimate estimate, Range possible) {
        Interval interval = estimate.interval().orElse(new Interval(estimate.mean(), estimate.mean(), Estimate.LEVEL));
        return new Interval(possible.constrain(interval.low()), possible.constrain(interval.high()), interval.level());
    }

    /** The strongest attacker's figure. */
    private Optional<Estimate> estimate(SeedGroup group, Column column) {
        return table.rows().stream()
                .filter(row -> row.kind().equals(Optional.of(Subject.Kind.ATTACK))
                        && row.arm().equals(group.key().arm())
                        && row.protocol().equals(group.key().protocol())
                        && row.cut().equals(group.key().cut())
                        && row.settings().equals(group.key().settings()))
                .filter(row ->
                        column.equals(Column.ACCURACY) || row.records().equals(LeakageRows.records(leak.records)))
                .flatMap(row -> cell(row, column).stream())
                .max(Comparator.comparingDouble(Estimate::mean));
    }

    /** What an attacker gets who knows nothing; the highest where it differs between cuts. */
    private Optional<Double> floor() {
        return groups.stream()
                .flatMap(group ->
                        floors(group).map(floor -> GroupScores.of(group).estimate(floor, leak.records, leak.column)))
                .flatMap(Optional::stream)
                .map(Estimate::mean)
                .max(Double::compare);
    }

    /** The floor, for the victims' distribution and for each attacker's records that are of another. */
    private Stream<Subject> floors(SeedGroup group) {
        return group.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .map(Score::subject)
                .filter(subject ->
                        subject instanceof Subject.ByReference reference && reference.reference() == leak.floor)
                .distinct();
    }

    private Optional<Estimate> cell(SummaryRow row, Column column) {
        int index = table.columns().indexOf(column);
        return index < 0 ? Optional.empty() : row.cells().get(index);
    }

    /** Widens an axis so that a value is on it; neither the value nor a point stands at the edge, however close points are. */
    private static void include(ValueAxis axis, double value) {
        Range shown = axis.getRange();
        if (!shown.contains(value)) {
            axis.setRange(Range.expand(Range.expandToInclude(shown, value), MARGIN, MARGIN));
        }
    }

    private ValueMarker floorLine(double value) {
        ValueMarker line = new ValueMarker(value, ChartStyle.MUTED, ChartStyle.dashed());
        line.setLabel("floor: " + leak.floor.label().replace('-', ' '));
        line.setLabelFont(ReportFont.REGULAR.at(10));
        line.setLabelPaint(ChartStyle.MUTED);
        line.setLabelBackgroundColor(Color.WHITE);
        line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        line.setLabelOffsetType(LengthAdjustmentType.EXPAND);
        return line;
    }
}
