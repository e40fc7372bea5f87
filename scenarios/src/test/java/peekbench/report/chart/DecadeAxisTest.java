package peekbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class DecadeAxisTest {
    private static List<String> ticks(double lower, double upper) {
        DecadeAxis axis = new DecadeAxis("a share");
        axis.setRange(lower, upper);
        Graphics2D graphics = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<?> ticks = axis.refreshTicks(
                graphics, new AxisState(), new Rectangle2D.Double(0, 0, 400, 40), RectangleEdge.BOTTOM);
        return ticks.stream().map(Object::toString).toList();
    }

    @Test
    void ticksAreRoundNumbers() {
        assertThat(ticks(.001, 1)).containsExactly("0.001", "0.01", "0.1", "1");
        assertThat(ticks(.025, 1)).containsExactly("0.05", "0.1", "0.2", "0.5", "1");
        assertThat(ticks(6, 9)).containsExactly("6", "7", "8", "9");
        assertThat(ticks(900, 4e6)).containsExactly("1,000", "10,000", "100,000", "1,000,000");
    }

    @Test
    void aRangeWithoutRoundNumbersKeepsTheTicksOfTheLibrary() {
        assertThat(ticks(1.3, 1.6)).isNotEmpty();
    }
}
