package peekbench.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.metric.Interval;

class EstimateTest {

    /** Reference: the t interval of R's t.test(c(1, 2, 4)). */
    @Test
    void ofSeveralSeedsTheIntervalIsStudents() {
        Estimate estimate = Estimate.of(new double[] {1, Double.NaN, 2, 4}, Optional.empty())
                .orElseThrow();
        assertThat(estimate.seeds()).isEqualTo(3);
        assertThat(estimate.mean()).isCloseTo(2.3333333, within(1e-6));
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(-1.461249700, within(1e-8));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(6.127916367, within(1e-8));
        assertThat(estimate.over()).isEqualTo(Estimate.Spread.SEEDS);
    }

    /** The PSNR of pictures that were copied exactly. */
    @Test
    void infiniteValuesHaveAnInfiniteMeanAndNoInterval() {
        Estimate estimate = Estimate.of(
                        new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
                        Optional.of(new Interval(Double.NaN, Double.NaN, .95)))
                .orElseThrow();
        assertThat(estimate.mean()).isInfinite();
        assertThat(estimate.interval()).isEmpty();
        assertThat(Column.PSNR.write(estimate)).isEqualTo("\u221e");
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(Estimate.of(new double[] {Double.NaN}, Optional.empty())).isEmpty();
    }
}
