package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.problem.ConfigurationException;

class SignOnlyTest {
    private static final INDArray SMASHED = Nd4j.createFromArray(new float[][] {{0, 1}, {4, 3}});

    @Test
    void atStrengthZeroNothingChanges() {
        assertThat(new SignOnly.Hooks(0).filterSmashed(SMASHED)).isSameAs(SMASHED);
    }

    @Test
    void atStrengthOneTwoValuesAreLeft() {
        assertThat(new SignOnly.Hooks(1).filterSmashed(SMASHED)).isEqualTo(Nd4j.createFromArray(new float[][] {
            {-2, -2}, {2, 2}
        }));
    }

    @Test
    void strengthsAreShares() {
        assertThatThrownBy(() -> new SignOnly(2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("strength");
    }
}
