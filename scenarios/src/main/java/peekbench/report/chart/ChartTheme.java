package peekbench.report.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/**
 * What charts stand on: white paper, as they are drawn for files, or the window's dark background. Only the neutral colours
 * differ, and each of one theme has its counterpart in the other, so that a chart goes from one to the other and back.
 */
public enum ChartTheme {
    /** As all charts are drawn, and all files have them. */
    PAPER(Color.WHITE, ChartStyle.TEXT, ChartStyle.MUTED, ChartStyle.GRID, ChartStyle.AXIS),
    /** For a dark window. */
    DARK(
            new Color(0x0d, 0x11, 0x17),
            new Color(0xe6, 0xe6, 0xe6),
            new Color(0x9a, 0xa4, 0xaf),
            new Color(0x2a, 0x30, 0x38),
            new Color(0x6e, 0x76, 0x81));

    /** Background, text, text that stands back, grid, axis: the same place in every theme. */
    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<Color> neutral;

    ChartTheme(Color background, Color text, Color muted, Color grid, Color axis) {
        this.neutral = List.of(background, text, muted, grid, axis);
    }

    /** Behind everything. */
    public Color background() {
        return neutral.get(0);
    }

    /** Text, and the last colour of series. */
    public Color text() {
        return neutral.get(1);
    }

    /** The colour that stands in this theme for one of any theme; colours of series but black are the same in all. */
    public Color of(Color colour) {
        for (ChartTheme theme : values()) {
            for (int i = 0; i < neutral.size(); i++) {
                Color one = theme.neutral.get(i);
                if ((one.getRGB() & 0xffffff) == (colour.getRGB() & 0xffffff)) {
                    Color mine = neutral.get(i);
                    return new Color(mine.getRed(), mine.getGreen(), mine.getBlue(), colour.getAlpha());
                }
            }
        }
        return colour;
    }

    private @Nullable Paint of(@Nullable Paint paint) {
        return paint instanceof Color colour ? of(colour) : paint;
    }

    /** Gives a chart of whichever theme this one. */
    public void paint(JFreeChart chart) {
        chart.setBackgroundPaint(of(chart.getBackgroundPaint()));
        Optional.ofNullable(chart.getTitle()).ifPresent(this::title);
        chart.getSubtitles().forEach(this::title);
        XYPlot plot = chart.getXYPlot();
        Optional.ofNullable(plot.getFixedLegendItems())
                .ifPresent(items -> IntStream.range(0, items.getItemCount()).forEach(i -> legend(items.get(i))));
        plots(plot).forEach(this::plot);
    }

    /** A plot and its panels. */
    private static List<XYPlot> plots(XYPlot plot) {
        List<XYPlot> plots = new ArrayList<>(List.of(plot));
        if (plot instanceof CombinedDomainXYPlot stacked) {
            plots.addAll(stacked.getSubplots());
        } else if (plot instanceof CombinedRangeXYPlot beside) {
            plots.addAll(beside.getSubplots());
        }
        return plots;
    }

    private void title(Title title) {
        if (title instanceof TextTitle text) {
            text.setPaint(of(text.getPaint()));
        } else if (title instanceof LegendTitle legend) {
            legend.setItemPaint(of(legend.getItemPaint()));
            legend.setBackgroundPaint(of(legend.getBackgroundPaint()));
        }
    }

    private void legend(LegendItem item) {
        item.setFillPaint(of(item.getFillPaint()));
        item.setLinePaint(of(item.getLinePaint()));
        item.setOutlinePaint(of(item.getOutlinePaint()));
    }

    private void plot(XYPlot plot) {
        plot.setBackgroundPaint(of(plot.getBackgroundPaint()));
        plot.setDomainGridlinePaint(of(plot.getDomainGridlinePaint()));
        plot.setRangeGridlinePaint(of(plot.getRangeGridlinePaint()));
        Optional.ofNullable(plot.getDomainAxis()).ifPresent(this::axis);
        Optional.ofNullable(plot.getRangeAxis()).ifPresent(this::axis);
        Collection<?> markers = plot.getDomainMarkers(Layer.FOREGROUND);
        if (markers != null) {
            markers.forEach(this::marker);
        }
        for (int i = 0; i < plot.getDatasetCount(); i++) {
            XYItemRenderer renderer = plot.getRenderer(i);
            if (plot.getDataset(i) != null && renderer != null) {
                series(renderer, plot.getDataset(i).getSeriesCount());
            }
        }
    }

    private void series(XYItemRenderer renderer, int count) {
        for (int i = 0; i < count; i++) {
            renderer.setSeriesPaint(i, of(renderer.getSeriesPaint(i)));
            if (renderer.getSeriesFillPaint(i) != null) {
                renderer.setSeriesFillPaint(i, of(renderer.getSeriesFillPaint(i)));
            }
        }
    }

    private void axis(ValueAxis axis) {
        axis.setLabelPaint(of(axis.getLabelPaint()));
        axis.setTickLabelPaint(of(axis.getTickLabelPaint()));
        axis.setAxisLinePaint(of(axis.getAxisLinePaint()));
        axis.setTickMarkPaint(of(axis.getTickMarkPaint()));
    }

    private void marker(Object marker) {
        if (marker instanceof Marker line) {
            line.setPaint(of(line.getPaint()));
            line.setLabelPaint(of(line.getLabelPaint()));
            line.setLabelBackgroundColor(of(line.getLabelBackgroundColor()));
        }
    }
}
