package peekbench.defense.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.defense.SmallTraining;
import peekbench.defense.array.ExampleRows;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.federated.Scaffold;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.threat.defense.DefenseHooks;
import peekbench.training.ProtocolOptions;

@Tag("slow")
class ClipAndNoiseTest {
    private static final ClipAndNoise NEUTRAL = new ClipAndNoise(1e6, 0);
    private static final List<ProtocolOptions> SENDING_WEIGHTS_OR_GRADIENTS = List.of(
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
            new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL),
            new Scaffold(new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL)),
            new FederatedSgd(2, LocalBatches.MINI_BATCHES, Participation.ALL));

    @Test
    void aClippingNormThatNoUpdateReachesChangesNoBit() {
        for (ProtocolOptions protocol : SENDING_WEIGHTS_OR_GRADIENTS) {
            assertThat(SmallTraining.bits(protocol, NEUTRAL))
                    .as(protocol.label())
                    .isEqualTo(SmallTraining.bits(protocol));
        }
    }

    @Test
    void theSameSeedTrainsToTheSameBitsAndNotToThoseOfNoDefense() {
        ClipAndNoise strong = new ClipAndNoise(.05, .5);
        for (ProtocolOptions protocol : SENDING_WEIGHTS_OR_GRADIENTS) {
            byte[] first = SmallTraining.bits(protocol, strong);
            assertThat(SmallTraining.bits(protocol, strong)).isEqualTo(first);
            assertThat(first).isNotEqualTo(SmallTraining.bits(protocol));
        }
    }

    /** The mean of two clients' moves of at most C each round, over two rounds: clipped weights would have vanished. */
    @Test
    void federatedAveragingMovesByTheClippedUpdatesOnly() {
        ProtocolOptions averaging = SENDING_WEIGHTS_OR_GRADIENTS.get(1);
        INDArray start = SmallTraining.train(averaging, new ClipAndNoise(1e-9, 0))
                .client()
                .parameters();
        INDArray end = SmallTraining.train(averaging, new ClipAndNoise(.01, 0))
                .client()
                .parameters();
        assertThat(start.norm2Number().doubleValue()).isGreaterThan(.5);
        assertThat(end.sub(start).norm2Number().doubleValue()).isBetween(1e-3, 2 * .01 + 1e-6);
    }

    /** Four standard errors of the variance of 40,000 numbers. */
    @Test
    void longUpdatesAreClippedAndNoiseIsInClippingNorms() {
        INDArray update = Nd4j.createFromArray(new double[] {3, -4});
        byte[] before = SmallTraining.bits(update);
        DefenseHooks clipping = SmallTraining.hooks(new ClipAndNoise(2, 0), 11);
        assertThat(ExampleRows.numbers(clipping.filterUpdate(update)))
                .containsExactly(new double[] {1.2, -1.6}, within(1e-12));
        assertThat(SmallTraining.bits(update)).isEqualTo(before);
        INDArray nothing = Nd4j.zeros(DataType.DOUBLE, 40_000);
        DefenseHooks noisy = SmallTraining.hooks(new ClipAndNoise(2, .3), 11);
        double[] noise = ExampleRows.numbers(noisy.filterUpdate(nothing));
        assertThat(StatUtils.mean(noise)).isCloseTo(0, within(4 * .6 / 200));
        assertThat(StatUtils.variance(noise)).isCloseTo(.36, within(4 * .36 * Math.sqrt(2) / 200));
        assertThat(ExampleRows.numbers(noisy.filterUpdate(nothing))).isNotEqualTo(noise);
    }

    @Test
    void badOptionsAreNamedAllAtOnceAndLabelsStateTheStrength() {
        assertThatThrownBy(() -> new ClipAndNoise(0, -1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clipping-norm: is 0.0")
                .hasMessageContaining("noise-multiplier: is -1.0");
        assertThat(new ClipAndNoise(2, .5).label()).isEqualTo("updates clipped to 2.0, noise times 0.5");
    }
}
