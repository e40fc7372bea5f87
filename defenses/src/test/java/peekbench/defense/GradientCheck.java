package peekbench.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Holds gradients to central differences in float64. */
public final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private GradientCheck() {}

    /**
     * Checks every derivative.
     *
     * @param function of an array of the shape of {@code at}
     * @param gradient what is checked
     */
    public static void holds(ToDoubleFunction<INDArray> function, INDArray at, INDArray gradient) {
        for (long place = 0; place < at.length(); place++) {
            INDArray moved = at.dup('c');
            double value = moved.getDouble(place);
            moved.putScalar(place, value + STEP);
            double above = function.applyAsDouble(moved);
            moved.putScalar(place, value - STEP);
            double below = function.applyAsDouble(moved);
            assertThat(gradient.getDouble(place))
                    .as("derivative %d", place)
                    .isCloseTo((above - below) / (2 * STEP), within(TOLERANCE));
        }
    }
}
