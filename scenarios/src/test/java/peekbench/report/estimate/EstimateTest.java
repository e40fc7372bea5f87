package peekbench.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.metric.Bounds;
import peekbench.metric.Interval;
import peekbench.metric.Metric;

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

    /** Student's t of .02 and .98 would be .5 ± 6.1. */
    @Test
    void ofTwoSeedsTheRangeIsShownAndCalledSo() {
        Estimate estimate = Estimate.of(new double[] {.98, .02}, Optional.empty(), Metric.ACCURACY.bounds())
                .orElseThrow();
        assertThat(estimate.over()).isEqualTo(Estimate.Spread.RANGE);
        assertThat(estimate.interval()).contains(new Interval(.02, .98, Double.NaN));
        assertThat(estimate.values()).containsExactly(.98, .02);
        assertThat(Column.ACCURACY.write(estimate)).isEqualTo("50.0% [2.0%, 98.0%]");
        assertThat(estimate.spreadText()).hasValue("range of 2 seeds");
    }

    @Test
    void intervalsStayWithinWhatAFigureCanBe() {
        Estimate ssim = Estimate.of(new double[] {.99, .98, .4}, Optional.empty(), Metric.SSIM.bounds())
                .orElseThrow();
        assertThat(ssim.interval().orElseThrow().high()).isEqualTo(1);
        assertThat(ssim.interval().orElseThrow().low()).isCloseTo(-.04911, within(1e-4));
        assertThat(ssim.isCutOff()).isTrue();
        assertThat(Column.SSIM.write(ssim)).isEqualTo("0.790 [-0.049, 1.000]");
        for (Metric metric : Metric.ours()) {
            Bounds bounds = metric.bounds();
            double low = Math.max(-1e6, bounds.low());
            double high = Math.min(1e6, bounds.high());
            Interval around = Estimate.of(new double[] {low, low, high}, Optional.empty(), bounds)
                    .orElseThrow()
                    .interval()
                    .orElseThrow();
            assertThat(around.low()).as(metric.label()).isGreaterThanOrEqualTo(bounds.low());
            assertThat(around.high()).as(metric.label()).isLessThanOrEqualTo(bounds.high());
        }
    }
}
