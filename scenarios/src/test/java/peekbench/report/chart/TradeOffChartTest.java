package peekbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.RunSample;

class TradeOffChartTest {
    @TempDir
    Path folder;

    @Test
    void neitherTheFloorNorPointsFarFromItStandAtTheEdge() {
        CombinedRangeXYPlot panels = (CombinedRangeXYPlot) TradeOffChart.of(new RunSample(folder).defendedInVain())
                .orElseThrow()
                .getPlot();
        Range shown = panels.getSubplots().get(0).getDomainAxis().getRange();
        double room = .05 * shown.getLength();
        assertThat(shown.contains(.28 - room)).isTrue();
        assertThat(shown.contains(.91 + room)).isTrue();
    }
}
