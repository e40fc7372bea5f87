package peekbench.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    /** "Student's sleep data", as R 4 has them: {@code t.test(Pair(extra.1, extra.2) ~ 1, data = sleep2)}. */
    @Test
    void isStudentsPairedTestOfTheSleepData() {
        PairedDifference difference = PairedDifference.of(
                        bySeed(.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2),
                        bySeed(1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4))
                .orElseThrow();
        assertThat(difference.change().mean()).isCloseTo(-1.58, within(1e-12));
        assertThat(difference.p().orElseThrow()).isCloseTo(.002833, within(5e-7));
        assertThat(difference.change().interval().orElseThrow().low()).isCloseTo(-2.4598858, within(5e-8));
        assertThat(difference.change().interval().orElseThrow().high()).isCloseTo(-.7001142, within(5e-8));
        // t / sqrt(n) times 1 - 3 / (4 * 9 - 1), with R's t of -4.0621.
        assertThat(difference.effect().orElseThrow()).isCloseTo(-4.0621 / Math.sqrt(10) * 32 / 35, within(5e-5));
        assertThat(difference.isShown()).isTrue();
    }

    @Test
    void fewerThanThreeSeedsHaveNoIntervalAndNoTest() {
        PairedDifference two =
                PairedDifference.of(bySeed(.5, .6), bySeed(.7, .7)).orElseThrow();
        assertThat(two.change().over()).isEqualTo(Estimate.Spread.RANGE);
        assertThat(two.change().values()).allSatisfy(each -> assertThat(each).isNegative());
        assertThat(two.p()).isEmpty();
        assertThat(two.effect()).isEmpty();
        assertThat(two.isShown()).isFalse();
        PairedDifference one = PairedDifference.of(bySeed(.5), bySeed(.7, .9)).orElseThrow();
        assertThat(one.change().interval()).isEmpty();
        assertThat(one.change().mean()).isCloseTo(-.2, within(1e-12));
    }

    @Test
    void onlySeedsThatBothHaveCount() {
        assertThat(PairedDifference.of(Map.of(1L, .5, 2L, .6), Map.of(3L, .5))).isEmpty();
        assertThat(PairedDifference.of(Map.of(1L, .5, 2L, Double.NaN), Map.of(1L, .25, 2L, .5))
                        .orElseThrow()
                        .change()
                        .values())
                .containsExactly(.25);
    }

    @Test
    void seedsThatDoNotDifferAreNotTested() {
        PairedDifference same =
                PairedDifference.of(bySeed(.5, .6, .7), bySeed(.5, .6, .7)).orElseThrow();
        assertThat(same.p()).isEmpty();
        assertThat(same.isShown()).isFalse();
    }

    /** R: {@code p.adjust(c(0.04, 0.01, 0.03, 0.02), "holm")} is 0.06 0.04 0.06 0.06. */
    @Test
    void correctsAsHolmDid() {
        assertThat(Holm.adjusted(List.of(.04, .01, .03, .02)))
                .containsExactly(new double[] {.06, .04, .06, .06}, within(1e-12));
        assertThat(Holm.adjusted(List.of(.6, .7))).containsExactly(1, 1);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    private static Map<Long, Double> bySeed(double... values) {
        Map<Long, Double> figures = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            figures.put(i + 1L, values[i]);
        }
        return figures;
    }
}
