package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.problem.ConfigurationException;

class OptimizerTest {
    /** {@code (τ - ρ (1 - ρ^τ) / (1 - ρ)) / (1 - ρ)}, the closed form of Wang et al. 2020, section 4. */
    @ParameterizedTest
    @CsvSource({"0, 7", "0.5, 1", "0.9, 12", "0.99, 200"})
    void stepsWithMomentumAddUpToThePapersFormula(double momentum, long steps) {
        double rest = 1 - momentum;
        double expected = (steps - momentum * (1 - Math.pow(momentum, steps)) / rest) / rest;
        assertThat(new Optimizer.Sgd(.1, momentum, 0).accumulated(steps)).isCloseTo(expected, within(1e-9 * expected));
        assertThat(Optimizer.Adam.of(.1).accumulated(steps)).isEqualTo(steps);
    }

    @Test
    void meansThatForgetNothingAreRefused() {
        assertThatThrownBy(() -> new Optimizer.Sgd(.1, 1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("momentum: is 1.0; it must be at least 0 and less than 1.");
        assertThatThrownBy(() -> new Optimizer.Adam(.1, 1, Double.NaN, 1e-8, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("beta1: is 1.0; it must be at least 0 and less than 1.")
                .hasMessageContaining("beta2: is NaN; it must be at least 0 and less than 1.");
    }
}
