package peekbench.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.TrainingFigures;
import peekbench.report.verdict.Leak;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * What a network is worth against what leaks, one point an arm with its name: what the strongest attack on each got. Beside
 * reconstructions stands how many records are found by them, else the bias-corrected distance correlation, while there are so
 * few arms that two panels have room for names.
 */
final class TradeOffChart {
    private static final double GAP = 18;
    /** With more arms bars would hide points, and two panels have no room. */
    static final int MOST_WITH_BARS = 8;
    /** In the order in which charts prefer them; of all more is more leak. */
    private static final List<Leak> LEAKS =
            List.of(Leak.PICTURES, Leak.RECORDS, Leak.LABEL_ORDER, Leak.LABELS, Leak.MEMBERSHIP);

    private final List<SeedGroup> groups;
    private final Leak leak;
    private final Column worth;

    private TradeOffChart(List<SeedGroup> groups, Leak leak, Column worth) {
        this.groups = groups;
        this.leak = leak;
        this.worth = worth;
    }

    static Optional<JFreeChart> of(List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials);
        return LEAKS.stream()
                .flatMap(
                        leak -> TrainingFigures.UTILITIES.stream().map(worth -> new TradeOffChart(groups, leak, worth)))
                .filter(chart -> chart.points(chart.leak.column()).size() >= 2)
                .findFirst()
                .map(chart -> chart.chart(Heading.of(trials)));
    }

    private TargetSet records() {
        return leak.records().get(0);
    }

    private List<ArmPoint> points(Column column) {
        ArmPoint.Axes axes = new ArmPoint.Axes(leak, column, records(), worth);
        return groups.stream()
                .flatMap(group -> ArmPoint.of(group, groups, axes).stream())
                .toList();
    }

    private JFreeChart chart(Heading heading) {
        List<ArmPoint> points = points(leak.column());
        boolean few = points.size() <= MOST_WITH_BARS;
        NumberAxis up = ChartStyle.axis(
                worth.equals(Column.ACCURACY) ? "Test accuracy (%)" : "Mean absolute error, less is better", .01);
        up.setInverted(!worth.equals(Column.ACCURACY));
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(up);
        panels.setGap(GAP);
        List<TradeOffPanel> shown = new ArrayList<>();
        shown.add(new TradeOffPanel(points, leak.axis(), leak.column(), worth, few));
        if (few) {
            second().ifPresent(shown::add);
        }
        TradeOffPanel first = shown.get(0);
        List<Estimate> floors = leak.floors(groups, records());
        floors.stream()
                .map(Estimate::mean)
                .max(Double::compare)
                .ifPresent(floor -> first.floor(
                        floor,
                        leak.column()
                                .writeMean(Estimate.of(new double[] {floor}, Optional.empty())
                                        .orElseThrow())));
        shown.forEach(panel -> panels.add(panel.plot()));
        up.setRange(TradeOffPanel.worths(shown));
        panels.setFixedLegendItems(TradeOffLegend.of(points, !worth.equals(Column.ACCURACY)));
        panels.setBackgroundPaint(Color.WHITE);
        JFreeChart chart = ChartStyle.chart(
                heading.title(),
                heading.subtitle() + " \u00b7 " + recordsShown() + " \u00b7 " + bars(points, few),
                panels);
        warning(points).ifPresent(text -> chart.addSubtitle(warned(text)));
        return chart;
    }

    /** Of arms whose pictures are compared: how many records are found by them; where nobody knows, how inputs and smashed data hang together. */
    private Optional<TradeOffPanel> second() {
        record Other(Column column, String label) {}
        return leak != Leak.PICTURES
                ? Optional.empty()
                : Stream.of(
                                new Other(Column.REIDENTIFICATION, "Records found by pixels"),
                                new Other(
                                        Column.BIAS_CORRECTED_DISTANCE_CORRELATION,
                                        "Distance correlation\u00b2, bias-corrected"),
                                new Other(Column.DISTANCE_CORRELATION, "Distance correlation, V-statistic"))
                        .map(other ->
                                new TradeOffPanel(points(other.column()), other.label(), other.column(), worth, true))
                        .filter(panel -> panel.points().size() >= 2)
                        .findFirst();
    }

    private String recordsShown() {
        return records() == TargetSet.VICTIM_TEST ? "unseen records" : "records trained on";
    }

    private static String bars(List<ArmPoint> points, boolean few) {
        if (!few) {
            return "no bars, since there are more than " + MOST_WITH_BARS + " arms";
        }
        return points.stream()
                .flatMap(point -> point.leaked().spreadText().stream())
                .findFirst()
                .map(text -> "bars: " + text)
                .orElse("one value an arm");
    }

    /** Where more than half of all pairs overlap, no order of arms can be read. */
    private Optional<String> warning(List<ArmPoint> points) {
        int pairs = points.size() * (points.size() - 1) / 2;
        int overlapping = 0;
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                overlapping += points.get(i).leaked().overlaps(points.get(j).leaked()) ? 1 : 0;
            }
        }
        boolean ranges = points.stream().anyMatch(point -> point.leaked().over() == Estimate.Spread.RANGE);
        return 2 * overlapping <= pairs
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s of leaks overlap %s: their order cannot be told.",
                        ranges ? "Ranges" : "Intervals",
                        pairs == 1 ? "in both arms" : "in " + overlapping + " of " + pairs + " pairs of arms"));
    }

    private static TextTitle warned(String text) {
        TextTitle title = new TextTitle(text, ReportFont.BOLD.at(11));
        title.setPaint(ChartStyle.colour(1));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        return title;
    }
}
