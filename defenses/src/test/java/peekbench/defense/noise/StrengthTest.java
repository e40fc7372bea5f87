package peekbench.defense.noise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import peekbench.problem.ConfigurationException;

class StrengthTest {
    @Test
    void badScalesAreNamed() {
        assertThatThrownBy(() -> new GaussianStrength.Scale(-1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("deviation: is -1.0")
                .hasMessageContaining("at least 0");
        assertThatThrownBy(() -> new LaplaceStrength.Scale(Double.NaN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("spread: is NaN");
    }

    @Test
    void badPrivacyIsNamedAllAtOnce() {
        assertThatThrownBy(() -> new GaussianStrength.Privacy(2, 1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("epsilon: is 2.0; the Gaussian mechanism's formula holds up to 1")
                .hasMessageContaining("delta: is 1.0; it must be less than 1")
                .hasMessageContaining("clipping-norm: is 0.0");
        assertThatThrownBy(() -> new GaussianStrength.Privacy(0, 0, Double.POSITIVE_INFINITY))
                .hasMessageContaining("epsilon: is 0.0")
                .hasMessageContaining("delta: is 0.0")
                .hasMessageContaining("clipping-norm: is Infinity");
        assertThatThrownBy(() -> new LaplaceStrength.Privacy(-1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("epsilon: is -1.0")
                .hasMessageContaining("clipping-norm: is 0.0");
    }
}
