package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.seed.Seed;

class WeightAverageTest {

    /**
     * After steps to 1, 2, …, T the average of {@code average_t = average_(t-1) + 9 / (t + 8) (t - average_(t-1))} is that of the
     * numbers with weights {@code C(t + 7, 8) - C(t + 6, 8)}…, which for T → ∞ is 9/10 T; the recursion itself is held to .1 %.
     */
    @Test
    void laterWeightsCountMore() {
        Segment segment = Segment.create(
                List.of(new NamedLayer("dense", new Dense(2))), Shape.of(3), Precision.FLOAT64, Seed.of(1));
        WeightAverage average = new WeightAverage(segment);
        int steps = 2000;
        for (int step = 1; step <= steps; step++) {
            segment.parameters().assign(step);
            average.add();
        }
        average.during(() -> assertThat(segment.parameters().getDouble(0)).isCloseTo(.9 * steps, within(2.)));
        assertThat(segment.parameters().getDouble(0)).isEqualTo(steps);
    }

    @Test
    void afterOneStepItIsWhatThatStepLeft() {
        Segment segment = Segment.create(
                List.of(new NamedLayer("dense", new Dense(2))), Shape.of(3), Precision.FLOAT64, Seed.of(1));
        WeightAverage average = new WeightAverage(segment);
        segment.parameters().assign(7);
        average.add();
        average.during(() ->
                assertThat(segment.parameters().meanNumber().doubleValue()).isEqualTo(7));
    }
}
