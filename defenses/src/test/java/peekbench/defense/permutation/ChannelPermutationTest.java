package peekbench.defense.permutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.defense.GradientCheck;
import peekbench.defense.SmallTraining;
import peekbench.problem.ConfigurationException;
import peekbench.threat.defense.DefenseHooks;

class ChannelPermutationTest {
    private static final ChannelPermutation ALL = new ChannelPermutation(1, false);

    @Test
    void aShareOfNoneTrainsToTheBitsOfNoDefense() {
        byte[] none = SmallTraining.bits();
        assertThat(SmallTraining.bits(new ChannelPermutation(0, false))).isEqualTo(none);
        assertThat(SmallTraining.bits(new ChannelPermutation(0, true))).isEqualTo(none);
        assertThat(SmallTraining.bits(new ChannelPermutation(.09, false)))
                .as("one of 16 channels")
                .isEqualTo(none);
    }

    @Test
    void theSameSeedTrainsToTheSameBitsAndNotToThoseOfNoDefense() {
        byte[] first = SmallTraining.bits(ALL);
        assertThat(SmallTraining.bits(ALL)).isEqualTo(first).isNotEqualTo(SmallTraining.bits());
        assertThat(SmallTraining.bits(new ChannelPermutation(1, true))).isNotEqualTo(first);
    }

    @Test
    void everyExampleSendsItsChannelsInOneOrder() {
        INDArray vectors = Nd4j.createFromArray(new double[][] {{0, 1, 2, 3, 4, 5, 6, 7}, {0, 2, 4, 6, 8, 10, 12, 14}});
        double[][] sent = SmallTraining.hooks(ALL, 11).filterSmashed(vectors).toDoubleMatrix();
        assertThat(sent[0]).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7).isNotEqualTo(vectors.toDoubleMatrix()[0]);
        assertThat(sent[1])
                .containsExactly(
                        Arrays.stream(sent[0]).map(number -> 2 * number).toArray());
        INDArray maps =
                vectors.reshape('c', 2, 8, 1, 1).mul(Nd4j.ones(2, 8, 3, 2).castTo(vectors.dataType()));
        INDArray sentMaps = SmallTraining.hooks(ALL, 11).filterSmashed(maps);
        assertThat(sentMaps.shape()).containsExactly(2, 8, 3, 2);
        assertThat(sentMaps.mean(2, 3).toDoubleMatrix()).isDeepEqualTo(sent);
        assertThat(SmallTraining.hooks(ALL, 12).filterSmashed(vectors).toDoubleMatrix()[0])
                .as("another trial")
                .isNotEqualTo(sent[0]);
    }

    @Test
    void aShareLeavesTheOtherChannelsInTheirPlaces() {
        INDArray vectors = Nd4j.arange(16).castTo(DataType.DOUBLE).reshape('c', 1, 16);
        double[] sent = SmallTraining.hooks(new ChannelPermutation(.25, false), 11)
                .filterSmashed(vectors)
                .toDoubleVector();
        int moved = 0;
        for (int i = 0; i < sent.length; i++) {
            moved += sent[i] == i ? 0 : 1;
        }
        assertThat(moved).isBetween(1, 4);
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        INDArray smashed = SmallTraining.numbers("smashed", 2, 5, 2, 1);
        INDArray direction = SmallTraining.numbers("direction", 2, 5, 2, 1);
        DefenseHooks hooks = SmallTraining.hooks(ALL, 11);
        GradientCheck.holds(
                z -> hooks.filterSmashed(z).mul(direction).sumNumber().doubleValue(),
                smashed,
                hooks.smashedFilterGradient(direction));
    }

    @Test
    void badOptionsAreNamedAndLabelsStateTheStrength() {
        assertThatThrownBy(() -> new ChannelPermutation(1.5, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("share: is 1.5; it must lie between 0.0 and 1.0.");
        assertThat(ALL.label()).isEqualTo("channels in a secret order");
        assertThat(new ChannelPermutation(.5, true).label())
                .isEqualTo("0.5 of the channels in a secret order of each client's own");
    }
}
