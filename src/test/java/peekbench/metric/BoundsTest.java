package peekbench.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void areReadFromTheRangeOfAMetric() {
        assertThat(Bounds.of("[0, 1]")).isEqualTo(new Bounds(0, 1));
        assertThat(Bounds.of("[-1, 1]")).isEqualTo(new Bounds(-1, 1));
        assertThat(Bounds.of("[0, \u221e)")).isEqualTo(new Bounds(0, Double.POSITIVE_INFINITY));
        assertThat(Bounds.of("(0, 1]").constrain(2)).isEqualTo(1);
        assertThat(Bounds.of("any number")).isEqualTo(Bounds.NONE);
        assertThat(Bounds.of("[1, 0]")).isEqualTo(Bounds.NONE);
    }

    @Test
    void everyMetricOfOursHasSome() {
        assertThat(Metric.ours()).extracting(Metric::bounds).doesNotContain(Bounds.NONE);
    }
}
