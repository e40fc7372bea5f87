package peekbench.defense.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.defense.GradientCheck;
import peekbench.defense.SmallTraining;
import peekbench.nn.Rows;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;

@Tag("slow")
class LearnedNoiseTest {
    private static final LearnedNoise ONE = new LearnedNoise(1);

    @Test
    void theSameSeedLearnsTheSameBits() {
        byte[] none = SmallTraining.bits();
        byte[] first = SmallTraining.bits(ONE);
        assertThat(SmallTraining.bits(ONE)).isEqualTo(first);
        assertThat(first).isNotEqualTo(none);
    }

    @Test
    void withWeightsFrozenNoBitOfTheNetworkChanges() {
        TrainedNetwork plain = train(new ArrayList<>());
        TrainedNetwork noisy = train(new ArrayList<>(), ONE);
        assertThat(SmallTraining.bits(noisy.client().parameters()))
                .isEqualTo(SmallTraining.bits(plain.client().parameters()));
        assertThat(SmallTraining.bits(noisy.server().parameters()))
                .isEqualTo(SmallTraining.bits(plain.server().parameters()));
    }

    /** A task that the first three numbers of an example spoil and the others do not touch, and λ = 0. */
    @Test
    void noiseGivesWayWhereItDoesHarmAndStaysElsewhere() {
        INDArray smashed = SmallTraining.numbers("smashed", 64, 6).mul(.1);
        INDArray harm = Nd4j.createFromArray(new double[] {1, 1, 1, 0, 0, 0}).reshape(1, 6);
        NoiseCollection collection = new NoiseCollection(new LearnedNoise(100, 0, 1, 1, .05), Seed.of(5));
        collection.measure(smashed);
        INDArray before = collection.addTo(smashed, new int[64]).sub(smashed).slice(0);
        for (int step = 0; step < 400; step++) {
            INDArray sent = collection.addTo(smashed, new int[64]);
            collection.learn(sent.mulRowVector(harm).mul(2. / 64), new int[64]);
        }
        INDArray after = collection.addTo(smashed, new int[64]).sub(smashed).slice(0);
        assertThat(Math.abs(before.getDouble(0)) + Math.abs(before.getDouble(1)) + Math.abs(before.getDouble(2)))
                .isGreaterThan(.3);
        for (int place = 0; place < 3; place++) {
            assertThat(after.getDouble(place)).isCloseTo(0, within(.05));
            assertThat(after.getDouble(place + 3)).isCloseTo(before.getDouble(place + 3), within(1e-12));
        }
    }

    /** L(n) = mean over the own examples of ℓ_j(z_j + n) - λ |n|₁, with ℓ_j(u) = Σ w_j u². */
    @Test
    void theSlopeIsThatOfFiniteDifferences() {
        INDArray smashed = SmallTraining.numbers("smashed", 5, 2, 3);
        INDArray weights = SmallTraining.numbers("weights", 5, 2, 3);
        INDArray noise = SmallTraining.numbers("noise", 1, 2, 3);
        int[] own = {1, 2, 4};
        int[] drawn = {1, 0, 0, 1, 0};
        INDArray sent = smashed.add(Rows.of(Nd4j.concat(0, noise, noise.mul(2)), drawn));
        INDArray gradient = sent.mul(weights).mul(2. / 5);
        GradientCheck.holds(
                n -> {
                    INDArray shifted = Rows.of(smashed, own).add(Rows.of(n, 0, 0, 0));
                    double task = shifted.mul(shifted)
                                    .mul(Rows.of(weights, own))
                                    .sumNumber()
                                    .doubleValue()
                            / own.length;
                    return task - .3 * n.norm1Number().doubleValue();
                },
                noise,
                NoiseCollection.slope(gradient, own, noise, .3));
    }

    /** Sampling error: 8 tensors of 2,000 Laplace numbers, whose kurtosis is 6; four standard errors are .071 of 1/SNR. */
    @Test
    void tensorsStartAsLaplaceNoiseOfTheWantedSnr() {
        INDArray smashed = SmallTraining.numbers("smashed", 6, 20, 10, 10).mul(3);
        NoiseCollection collection = new NoiseCollection(new LearnedNoise(.5), Seed.of(5));
        collection.measure(smashed);
        assertThat(collection.inverseSnr()).isCloseTo(.5, within(.5 * .071));
        INDArray noise = collection.addTo(smashed, new int[] {0, 1, 2, 3, 4, 0}).sub(smashed);
        assertThat(noise.slice(5).sub(noise.slice(0)).amaxNumber().doubleValue())
                .isLessThan(1e-12);
        assertThat(noise.slice(1).sub(noise.slice(0)).amaxNumber().doubleValue())
                .isGreaterThan(1);
    }

    @Test
    void belowTheWantedSnrNoiseGrowsAndAboveItRests() {
        INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 4, 50);
        INDArray smashed = Nd4j.ones(DataType.DOUBLE, 4, 50);
        int[] drawn = {0, 1, 2, 3};
        NoiseCollection collection = new NoiseCollection(new LearnedNoise(.5, .1, 4, 1, .01), Seed.of(5));
        collection.measure(smashed);
        collection.measure(smashed.mul(2));
        double before = collection.inverseSnr();
        collection.learn(zeros, drawn);
        assertThat(collection.inverseSnr()).isGreaterThan(before);
        collection.measure(smashed.mul(.1));
        byte[] bits = SmallTraining.bits(collection.addTo(zeros, drawn));
        NoiseCollection rested = new NoiseCollection(new LearnedNoise(.5, .1, 4, 1, .01), Seed.of(5));
        rested.measure(smashed);
        rested.measure(smashed.mul(.1));
        byte[] still = SmallTraining.bits(rested.addTo(zeros, drawn));
        rested.learn(zeros, drawn);
        assertThat(SmallTraining.bits(rested.addTo(zeros, drawn))).isEqualTo(still);
        assertThat(bits).isNotEqualTo(still);
    }

    @Test
    void nothingHappensBeforeTheWeightsAreFrozen() {
        INDArray smashed = SmallTraining.numbers("smashed", 4, 6);
        DefenseHooks hooks = SmallTraining.hooks(ONE, 11);
        assertThat(hooks.addToLoss(smashed, smashed)).isEmpty();
        assertThat(hooks.filterSmashed(smashed)).isSameAs(smashed);
        hooks.weightsFrozen();
        byte[] before = SmallTraining.bits(smashed);
        assertThat(hooks.addToLoss(smashed, smashed).orElseThrow().gradient().amaxNumber())
                .isEqualTo(0.);
        INDArray sent = hooks.filterSmashed(smashed);
        assertThat(SmallTraining.bits(sent)).isNotEqualTo(before);
        assertThat(SmallTraining.bits(smashed)).isEqualTo(before);
        assertThat(sent.dataType()).isEqualTo(DataType.DOUBLE);
        assertThat(hooks.smashedFilterGradient(smashed)).isSameAs(smashed);
    }

    @Test
    void badOptionsAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new LearnedNoise(-1, Double.NaN, 0, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("inverse-snr: is -1.0")
                .hasMessageContaining("weight: is NaN")
                .hasMessageContaining("tensors: is 0; it must be at least 1")
                .hasMessageContaining("epochs: is 0; it must be at least 1")
                .hasMessageContaining("learning-rate: is 0.0");
    }

    @Test
    void theLabelStatesTheStrength() {
        assertThat(ONE.label()).isEqualTo("learned noise, 1/SNR = 1.0");
    }

    private static TrainedNetwork train(List<EpochReport> reports, DefenseOptions... arm) {
        return new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE)
                .create()
                .train(SmallTraining.setup(List.of(16), arm), reports::add);
    }
}
