package peekbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
    private static final FigureFile FIGURE = new FigureFile(300, 200);

    @TempDir
    private Path folder;

    @Test
    void svgHasItsSizeAndOutlinesInPlaceOfText() throws IOException {
        Path file = folder.resolve("figure.svg");

        FIGURE.svg(chart(), file);

        assertThat(file)
                .content()
                .contains("width=\"300\"", "height=\"200\"", "viewBox=\"0 0 300 200\"", "<path")
                .doesNotContain("<text", "<image");
    }

    @Test
    void theSameChartGivesTheSameSvg() throws IOException {
        Path one = folder.resolve("one.svg");
        Path other = folder.resolve("other.svg");

        FIGURE.svg(chart(), one);
        FIGURE.svg(chart(), other);

        assertThat(other).hasSameBinaryContentAs(one);
    }

    private static JFreeChart chart() {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("accuracy of a & <b>", new double[][] {{1, 2, 3}, {.5, .7, .9}});
        XYPlot plot = new XYPlot(
                data,
                ChartStyle.axis("Epoch", 1),
                ChartStyle.axis("Accuracy", .01),
                new XYLineAndShapeRenderer(true, true));
        return ChartStyle.chart("Accuracy", "a line below", plot);
    }
}
