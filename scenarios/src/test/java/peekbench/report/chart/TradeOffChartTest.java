package peekbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.report.RunSample;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.TrialWriter;
import peekbench.threat.observation.TargetSet;

class TradeOffChartTest {
    @TempDir
    Path folder;

    private void write(String arm, long seed, Score... scores) {
        try (TrialWriter writer = ResultStore.open(folder)
                .begin(ResultSamples.key(arm, !arm.equals("no defense"), seed), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.scores(List.of(scores));
            writer.complete(1, 1);
        }
    }

    private static Score score(String subject, Metric metric, double value) {
        return new Score(Subject.parse(subject), TargetSet.VICTIM_TEST, metric, value, Optional.empty());
    }

    private JFreeChart chart() {
        return TradeOffChart.of(ResultStore.open(folder).trials()).orElseThrow();
    }

    private static XYPlot panel(JFreeChart chart) {
        return ((CombinedRangeXYPlot) chart.getPlot()).getSubplots().get(0);
    }

    @Test
    void anAxisShowsWhatTheDataFillAndSaysWhereAFarFloorIs() {
        JFreeChart chart =
                TradeOffChart.of(new RunSample(folder).defendedInVain()).orElseThrow();
        Range shown = panel(chart).getDomainAxis().getRange();
        assertThat(shown.contains(.9)).isTrue();
        assertThat(shown.contains(.28)).isFalse();
        assertThat(panel(chart).getDomainAxis().getLabel()).endsWith("; the floor, 0.280, lies to the left");
    }

    @Test
    void aNearFloorIsALine() {
        write("no defense", 1, score("decoder", Metric.SSIM, .5), score("mean-image", Metric.SSIM, .3));
        write("noise", 1, score("decoder", Metric.SSIM, .31), score("mean-image", Metric.SSIM, .3));
        assertThat(panel(chart()).getDomainMarkers(Layer.FOREGROUND).size()).isEqualTo(1);
    }

    /** Seeds that collapsed are crosses and in no mean; arms of limited attackers are hollow; both are explained. */
    @Test
    void whatCannotBeBelievedLooksOtherwise() {
        write("no defense", 1, score("decoder", Metric.SSIM, .8));
        write("no defense", 2, score("decoder", Metric.SSIM, .8));
        write("nopeek", 1, score("decoder", Metric.SSIM, .6), score("decoder", Metric.ATTACK_CONVERGED, 0));
        write("nopeek", 2, score("decoder", Metric.SSIM, .1), score("trained-network", Metric.COLLAPSED, 1));
        JFreeChart chart = chart();
        XYIntervalSeriesCollection points =
                (XYIntervalSeriesCollection) panel(chart).getDataset(0);
        assertThat(points.getXValue(1, 0)).isEqualTo(.6);
        assertThat(panel(chart).getDataset(2).getItemCount(1)).isEqualTo(1);
        assertThat(panel(chart).getDataset(2).getXValue(1, 0)).isEqualTo(.1);
        XYErrorRenderer renderer = (XYErrorRenderer) panel(chart).getRenderer(0);
        assertThat(renderer.getSeriesFillPaint(0)).isEqualTo(ChartStyle.colour(0));
        assertThat(renderer.getSeriesFillPaint(1)).isEqualTo(Color.WHITE);
        assertThat(chart.getXYPlot().getFixedLegendItems().getItemCount()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPointOnAnotherIsLargerAndDrawnBelowIt() {
        write("no defense", 1, score("decoder", Metric.SSIM, .8));
        write("nopeek", 1, score("decoder", Metric.SSIM, .8));
        write("noise", 1, score("decoder", Metric.SSIM, .4));
        XYErrorRenderer renderer = (XYErrorRenderer) panel(chart()).getRenderer(0);
        List<Double> widths = List.of(0, 1, 2).stream()
                .map(arm -> renderer.getSeriesShape(arm).getBounds2D().getWidth())
                .toList();
        assertThat(widths.get(2)).isGreaterThan(1.4 * widths.get(0));
    }

    @Test
    void warnsWhereNoOrderCanBeTold() {
        for (int seed = 1; seed <= 2; seed++) {
            write("no defense", seed, score("decoder", Metric.SSIM, .5 + .1 * seed));
            write("nopeek", seed, score("decoder", Metric.SSIM, .52 + .1 * seed));
        }
        assertThat(subtitles(chart())).contains("Ranges of leaks overlap in both arms: their order cannot be told.");
        write("noise", 1, score("decoder", Metric.SSIM, .2));
        write("noise", 2, score("decoder", Metric.SSIM, .21));
        write("top-k", 1, score("decoder", Metric.SSIM, .1));
        write("top-k", 2, score("decoder", Metric.SSIM, .11));
        assertThat(subtitles(chart())).noneMatch(text -> text.contains("overlap"));
    }

    private static List<String> subtitles(JFreeChart chart) {
        return chart.getSubtitles().stream()
                .filter(TextTitle.class::isInstance)
                .map(title -> ((TextTitle) title).getText())
                .toList();
    }

    @Test
    void theFrontLeavesOutWhoIsBeatenAndWhoCollapsed() {
        write("no defense", 1, score("decoder", Metric.SSIM, .8));
        write("nopeek", 1, score("decoder", Metric.SSIM, .6));
        write("noise", 1, score("decoder", Metric.SSIM, .1), score("trained-network", Metric.COLLAPSED, 1));
        assertThat(panel(chart()).getDataset(3).getItemCount(0)).isEqualTo(1);
        assertThat(panel(chart()).getDataset(3).getXValue(0, 0)).isEqualTo(.6);
    }
}
