package peekbench.defense.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.defense.GradientCheck;
import peekbench.defense.SmallTraining;
import peekbench.defense.array.ExampleRows;
import peekbench.problem.ConfigurationException;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.LossTerm;

@Tag("slow")
class CompressionTest {
    private static final QuantizationRange BATCH = new QuantizationRange.Batch();
    private static final List<DefenseOptions> NEUTRAL =
            List.of(new DropoutOnSmashed(0), new TopK(16), new Quantization(32, BATCH), new L1Penalty(0));
    private static final List<DefenseOptions> STRONG =
            List.of(new DropoutOnSmashed(.5), new TopK(3), new Quantization(2, BATCH), new L1Penalty(3));

    @Test
    void neutralSettingsTrainToTheBitsOfNoDefense() {
        byte[] none = SmallTraining.bits();
        for (DefenseOptions options : NEUTRAL) {
            assertThat(SmallTraining.bits(options)).as(options.label()).isEqualTo(none);
        }
    }

    @Test
    void theSameSeedTrainsToTheSameBitsAndNotToThoseOfNoDefense() {
        byte[] none = SmallTraining.bits();
        for (DefenseOptions options : STRONG) {
            byte[] first = SmallTraining.bits(options);
            assertThat(SmallTraining.bits(options)).as(options.label()).isEqualTo(first);
            assertThat(first).as(options.label()).isNotEqualTo(none);
        }
    }

    @Test
    void argumentsStayUntouchedAndShapesAndTypesStay() {
        INDArray smashed = SmallTraining.numbers("smashed", 4, 2, 3, 3).castTo(DataType.FLOAT);
        byte[] before = SmallTraining.bits(smashed);
        for (DefenseOptions options : STRONG) {
            INDArray sent = SmallTraining.hooks(options, 11).filterSmashed(smashed);
            assertThat(sent.shape()).isEqualTo(smashed.shape());
            assertThat(sent.dataType()).isEqualTo(DataType.FLOAT);
        }
        assertThat(SmallTraining.bits(smashed)).isEqualTo(before);
    }

    /** Four standard errors over 40,000 draws. */
    @Test
    void dropoutKeepsTheMeanAndMasksTheGradientAlike() {
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 40, 1000);
        DefenseHooks hooks = SmallTraining.hooks(new DropoutOnSmashed(.25), 11);
        INDArray sent = hooks.filterSmashed(ones);
        assertThat(Arrays.stream(ExampleRows.numbers(sent)).distinct()).containsExactlyInAnyOrder(0., 1 / .75);
        assertThat(sent.meanNumber().doubleValue()).isCloseTo(1, within(4 * Math.sqrt(.25 / .75) / 200));
        assertThat(SmallTraining.bits(hooks.smashedFilterGradient(ones))).isEqualTo(SmallTraining.bits(sent));
        assertThat(SmallTraining.bits(hooks.filterSmashed(ones))).isNotEqualTo(SmallTraining.bits(sent));
    }

    @Test
    void topKKeepsTheLargestMagnitudesOfEachExample() {
        INDArray smashed = Nd4j.createFromArray(new double[][] {{1, -5, 3, 0}, {2, 2, -2, 1}, {0, 0, 0, 0}});
        DefenseHooks hooks = SmallTraining.hooks(new TopK(2), 11);
        assertThat(ExampleRows.of(hooks.filterSmashed(smashed)))
                .isDeepEqualTo(new double[][] {{0, -5, 3, 0}, {2, 2, 0, 0}, {0, 0, 0, 0}});
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 3, 4);
        assertThat(ExampleRows.of(hooks.smashedFilterGradient(ones)))
                .isDeepEqualTo(new double[][] {{0, 1, 1, 0}, {1, 1, 0, 0}, {1, 1, 0, 0}});
    }

    /** Away from ties and kinks, a small step changes no mask. */
    @Test
    void theGradientsOfTopKAndOfThePenaltyAreThoseOfFiniteDifferences() {
        INDArray smashed = SmallTraining.numbers("smashed", 3, 2, 4);
        INDArray direction = SmallTraining.numbers("direction", 3, 2, 4);
        DefenseHooks topK = SmallTraining.hooks(new TopK(3), 11);
        topK.filterSmashed(smashed);
        INDArray gradient = topK.smashedFilterGradient(direction);
        GradientCheck.holds(
                z -> SmallTraining.hooks(new TopK(3), 11)
                        .filterSmashed(z)
                        .mul(direction)
                        .sumNumber()
                        .doubleValue(),
                smashed,
                gradient);
        DefenseHooks penalty = SmallTraining.hooks(new L1Penalty(.7), 11);
        LossTerm term = penalty.addToLoss(smashed, smashed).orElseThrow();
        assertThat(term.statistic()).isCloseTo(smashed.norm1Number().doubleValue() / 24, within(1e-12));
        GradientCheck.holds(z -> .7 * penalty.addToLoss(z, z).orElseThrow().statistic(), smashed, term.gradient());
    }

    @Test
    void quantizationHasItsLevelsAndIsNeverHalfAStepOff() {
        INDArray smashed = SmallTraining.numbers("smashed", 50, 20);
        for (int bits : new int[] {1, 2, 5, 8}) {
            INDArray sent =
                    SmallTraining.hooks(new Quantization(bits, BATCH), 11).filterSmashed(smashed);
            double levels = Math.pow(2, bits);
            double step =
                    smashed.maxNumber().doubleValue() - smashed.minNumber().doubleValue();
            step /= levels - 1;
            assertThat(Arrays.stream(ExampleRows.numbers(sent)).distinct().count())
                    .isLessThanOrEqualTo((long) levels);
            assertThat(sent.sub(smashed).amaxNumber().doubleValue()).isLessThanOrEqualTo(step / 2 + 1e-12);
            assertThat(sent.maxNumber().doubleValue())
                    .isCloseTo(smashed.maxNumber().doubleValue(), within(1e-12));
        }
    }

    @Test
    void aFixedRangeCutsOffWithItsGradient() {
        INDArray smashed = Nd4j.createFromArray(new double[][] {{-1, 0, .4, .6, 1, 7}});
        DefenseHooks hooks = SmallTraining.hooks(new Quantization(1, new QuantizationRange.Fixed(0, 1)), 11);
        assertThat(ExampleRows.numbers(hooks.filterSmashed(smashed))).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(ExampleRows.numbers(
                        hooks.smashedFilterGradient(smashed.mul(0).add(2))))
                .containsExactly(0, 2, 2, 2, 2, 0);
        INDArray constant = Nd4j.ones(DataType.DOUBLE, 2, 2);
        assertThat(SmallTraining.hooks(new Quantization(1, BATCH), 11).filterSmashed(constant))
                .isSameAs(constant);
    }

    @Test
    void badOptionsAreNamed() {
        assertThatThrownBy(() -> new DropoutOnSmashed(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rate: is 1.0; it must be at least 0 and less than 1");
        assertThatThrownBy(() -> new DropoutOnSmashed(Double.NaN)).hasMessageContaining("rate: is NaN");
        assertThatThrownBy(() -> new TopK(0)).hasMessageContaining("k: is 0; it must be at least 1");
        assertThatThrownBy(() -> new Quantization(33, BATCH)).hasMessageContaining("bits: is 33; it must be 1 to 32");
        assertThatThrownBy(() -> new QuantizationRange.Fixed(Double.NaN, 0))
                .hasMessageContaining("low: is NaN")
                .hasMessageContaining("high: is 0.0");
        assertThatThrownBy(() -> new QuantizationRange.Fixed(1, 1))
                .hasMessageContaining("high: is 1.0; it must be finite and above low, which is 1.0");
        assertThatThrownBy(() -> new L1Penalty(-1)).hasMessageContaining("weight: is -1.0");
    }

    @Test
    void labelsStateTheStrength() {
        assertThat(STRONG)
                .extracting(DefenseOptions::label)
                .containsExactly(
                        "dropout 0.5 on smashed data",
                        "top-3 of smashed data",
                        "quantization to 2 bits, range of the batch",
                        "L1 penalty, loss + 3.0·mean|z|");
        assertThat(new Quantization(1, new QuantizationRange.Fixed(0, 1)).label())
                .isEqualTo("quantization to 1 bit, 0.0 to 1.0");
    }
}
