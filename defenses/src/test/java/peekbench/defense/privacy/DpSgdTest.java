package peekbench.defense.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.defense.SmallTraining;
import peekbench.defense.array.ExampleRows;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.threat.defense.ExampleGradientFilter;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;

@Tag("slow")
class DpSgdTest {
    private static final double DELTA = 1e-5;
    private static final DpSgd NEUTRAL = new DpSgd(1e9, 0, DELTA);
    private static final DpSgd STRONG = new DpSgd(.1, 1, DELTA);
    private static final List<ProtocolOptions> PROTOCOLS = List.of(
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
            new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL),
            new FederatedSgd(2, LocalBatches.ALL_RECORDS, Participation.ALL));

    @Test
    void withoutNoiseAClippingNormThatNothingReachesChangesNoBit() {
        for (ProtocolOptions protocol : PROTOCOLS) {
            assertThat(SmallTraining.bits(protocol, NEUTRAL))
                    .as(protocol.label())
                    .isEqualTo(SmallTraining.bits(protocol));
        }
    }

    @Test
    void theSameSeedTrainsToTheSameBitsAndNotToThoseOfNoDefense() {
        for (ProtocolOptions protocol : PROTOCOLS) {
            byte[] first = SmallTraining.bits(protocol, STRONG);
            assertThat(SmallTraining.bits(protocol, STRONG)).isEqualTo(first);
            assertThat(first).isNotEqualTo(SmallTraining.bits(protocol));
        }
    }

    /** Two epochs of two batches of 16 out of 32 records a client: q = 1/2, four steps. All records at once: q = 1, two. */
    @Test
    void epsilonIsThatOfTheStepsThatAClientMade() {
        assertThat(spent(PROTOCOLS.get(0), STRONG)).isCloseTo(epsilon(.5, 4), within(1e-12));
        assertThat(spent(PROTOCOLS.get(1), STRONG)).isCloseTo(epsilon(.5, 4), within(1e-12));
        assertThat(spent(PROTOCOLS.get(2), STRONG)).isCloseTo(epsilon(1, 2), within(1e-12));
        assertThat(lastReport(PROTOCOLS.get(1), NEUTRAL).privacySpent())
                .as("without noise")
                .hasValue(Double.POSITIVE_INFINITY);
    }

    private static double epsilon(double rate, int steps) {
        RenyiAccountant accountant = new RenyiAccountant(STRONG.noiseMultiplier());
        accountant.add(rate, steps);
        return accountant.epsilon(DELTA);
    }

    private static double spent(ProtocolOptions protocol, DpSgd defense) {
        return lastReport(protocol, defense).privacySpent().orElseThrow();
    }

    private static EpochReport lastReport(ProtocolOptions protocol, DpSgd defense) {
        List<EpochReport> reports = new ArrayList<>();
        protocol.create().train(SmallTraining.setup(DataCatalogue.embedded("lipids"), 1, defense), reports::add);
        return reports.get(reports.size() - 1);
    }

    @Test
    void longGradientsAreScaledToTheClippingNorm() {
        double[] factors = filter(new DpSgd(2, 0, DELTA)).factors(0, 1, 2, 8);
        assertThat(factors).containsExactly(1, 1, 1, .25);
    }

    /** Four standard errors of mean and variance of 40,000 numbers; the batch has 8 examples. */
    @Test
    void noiseIsInClippingNormsOverTheBatch() {
        INDArray nothing = Nd4j.zeros(DataType.DOUBLE, 40_000);
        ExampleGradientFilter filter = filter(new DpSgd(2, .8, DELTA));
        double[] noise = ExampleRows.numbers(filter.filter(nothing, 8));
        assertThat(StatUtils.mean(noise)).isCloseTo(0, within(4 * .2 / 200));
        assertThat(StatUtils.variance(noise)).isCloseTo(.04, within(4 * .04 * Math.sqrt(2) / 200));
        assertThat(ExampleRows.numbers(filter.filter(nothing, 8))).isNotEqualTo(noise);
        assertThat(ExampleRows.numbers(filter(new DpSgd(2, .8, DELTA)).filter(nothing, 8)))
                .isEqualTo(noise);
        assertThat(filter(NEUTRAL).filter(nothing, 8)).isSameAs(nothing);
    }

    private static ExampleGradientFilter filter(DpSgd options) {
        return SmallTraining.hooks(options, 11).exampleGradientFilter().orElseThrow();
    }

    @Test
    void badOptionsAreNamedAllAtOnceAndLabelsStateTheStrength() {
        assertThatThrownBy(() -> new DpSgd(0, -1, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clipping-norm: is 0.0")
                .hasMessageContaining("noise-multiplier: is -1.0")
                .hasMessageContaining("delta: is 2.0; it must be less than 1. Use less than 1 / records");
        assertThat(new DpSgd(1, 1.1, 1e-5).label())
                .isEqualTo("DP-SGD clipped to 1.0, noise times 1.1, \u03b4 = 1.0E-5");
    }
}
