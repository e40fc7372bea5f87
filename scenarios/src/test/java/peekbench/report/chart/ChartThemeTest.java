package peekbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peekbench.problem.ConfigurationException;
import peekbench.report.RunSample;

class ChartThemeTest {
    @TempDir
    Path folder;

    private static BufferedImage drawn(JFreeChart chart) {
        return chart.createBufferedImage(400, 300);
    }

    /** How many pixels have which colour. */
    private static Map<Integer, Integer> colours(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }

    @ParameterizedTest
    @EnumSource(names = {"TRADE_OFF", "CURVES"})
    void aDarkChartHasNoWhiteAndAPaperOneIsAsItWas(Chart chart) {
        JFreeChart one = chart.of(new RunSample(folder).attacked(3)).orElseThrow();
        BufferedImage paper = drawn(one);

        ChartTheme.DARK.paint(one);
        Map<Integer, Integer> dark = colours(drawn(one));
        assertThat(dark.getOrDefault(Color.WHITE.getRGB(), 0)).isZero();
        assertThat(dark.getOrDefault(ChartTheme.DARK.background().getRGB(), 0)).isGreaterThan(400 * 300 / 2);
        assertThat(dark).doesNotContainKey(ChartStyle.TEXT.getRGB());

        ChartTheme.PAPER.paint(one);
        assertThat(colours(drawn(one))).isEqualTo(colours(paper));
    }

    @Test
    void coloursOfSeriesStayButBlackIsLight() {
        assertThat(ChartTheme.DARK.of(ChartStyle.colour(0))).isEqualTo(ChartStyle.colour(0));
        assertThat(ChartTheme.DARK.of(ChartStyle.TEXT)).isEqualTo(ChartTheme.DARK.text());
        assertThat(ChartTheme.PAPER.of(ChartTheme.DARK.text())).isEqualTo(ChartStyle.TEXT);
    }

    @Test
    void theNameSaysWhatKindOfFileAFigureIs() throws IOException {
        JFreeChart chart = Chart.TRADE_OFF.of(new RunSample(folder).attacked(3)).orElseThrow();
        FigureFile size = new FigureFile(100, 80);
        size.write(chart, folder.resolve("a.svg"));
        assertThat(Files.readString(folder.resolve("a.svg"))).contains("<svg");
        assertThatThrownBy(() -> size.write(chart, folder.resolve("a.gif")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The figure (a.gif) is of no known kind. Let its name end in .svg, .pdf or .png.");
        assertThat(folder.resolve("a.gif")).doesNotExist();
    }
}
