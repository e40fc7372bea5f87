package peekbench.attack.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlateauTest {
    private static int ends(double improvement, int patience, double... losses) {
        Plateau plateau = new Plateau(improvement, patience);
        int epochs = 0;
        for (double loss : losses) {
            if (plateau.reached()) {
                break;
            }
            plateau.add(loss);
            epochs++;
        }
        return plateau.reached() ? epochs : -1;
    }

    @Test
    void itIsReachedWhenTheLossHasNotFallenByItsShareWithinPatience() {
        assertThat(ends(.02, 2, 1, .9, .89, .885, .884)).isEqualTo(4);
        assertThat(ends(0, 2, 1, .9, .89, .885, .884)).isEqualTo(-1);
        assertThat(ends(0, 1, 1, .9, .9, .1)).isEqualTo(3);
    }

    /** A hundredth at a time is a fiftieth within two. */
    @Test
    void aSteadyFallGoesOn() {
        double[] losses = DoubleStream.iterate(1, loss -> .985 * loss).limit(50).toArray();
        assertThat(ends(.02, 2, losses)).isEqualTo(-1);
        assertThat(ends(.04, 2, losses)).isEqualTo(3);
    }

    @Test
    void whatIsNoNumberDoesNotFall() {
        assertThat(ends(.02, 2, Double.NaN, Double.NaN, 1)).isEqualTo(2);
    }
}
