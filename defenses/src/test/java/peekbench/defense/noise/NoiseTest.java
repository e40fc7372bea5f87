package peekbench.defense.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.defense.GradientCheck;
import peekbench.defense.SmallTraining;
import peekbench.defense.array.ExampleRows;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;

class NoiseTest {
    private static final DefenseOptions GAUSSIAN = new GaussianNoise(new GaussianStrength.Scale(.7));
    private static final DefenseOptions LAPLACE = new LaplaceNoise(new LaplaceStrength.Scale(.7));
    private static final DefenseOptions PRIVATE_GAUSSIAN = new GaussianNoise(new GaussianStrength.Privacy(1, 1e-5, 2));
    private static final DefenseOptions PRIVATE_LAPLACE = new LaplaceNoise(new LaplaceStrength.Privacy(1, 2));
    private static final List<DefenseOptions> ALL = List.of(GAUSSIAN, LAPLACE, PRIVATE_GAUSSIAN, PRIVATE_LAPLACE);

    @Test
    void withoutNoiseTrainingHasTheBitsOfNoDefense() {
        byte[] none = SmallTraining.bits();
        assertThat(SmallTraining.bits(new GaussianNoise(new GaussianStrength.Scale(0))))
                .isEqualTo(none);
        assertThat(SmallTraining.bits(new LaplaceNoise(new LaplaceStrength.Scale(0))))
                .isEqualTo(none);
        assertThat(SmallTraining.bits(GAUSSIAN)).isNotEqualTo(none);
    }

    @Test
    void theSameSeedTrainsToTheSameBits() {
        for (DefenseOptions options : ALL) {
            assertThat(SmallTraining.bits(options)).as(options.label()).isEqualTo(SmallTraining.bits(options));
        }
    }

    @Test
    void everyPassAndEveryTrialHasNoiseOfItsOwn() {
        INDArray smashed = SmallTraining.numbers("smashed", 4, 3, 2, 2);
        byte[] before = SmallTraining.bits(smashed);
        for (DefenseOptions options : ALL) {
            DefenseHooks hooks = SmallTraining.hooks(options, 11);
            INDArray first = hooks.filterSmashed(smashed);
            assertThat(first.shape()).isEqualTo(smashed.shape());
            assertThat(first.dataType()).isEqualTo(smashed.dataType());
            assertThat(SmallTraining.bits(hooks.filterSmashed(smashed))).isNotEqualTo(SmallTraining.bits(first));
            assertThat(SmallTraining.bits(SmallTraining.hooks(options, 12).filterSmashed(smashed)))
                    .isNotEqualTo(SmallTraining.bits(first));
        }
        assertThat(SmallTraining.bits(smashed)).isEqualTo(before);
    }

    /** Four standard errors over 40,000 numbers: of the mean, and of the variance, whose kurtosis is 3 and 6. */
    @Test
    void noiseHasItsMeanVarianceAndTails() {
        double[] gaussian = noise(GAUSSIAN);
        assertThat(StatUtils.mean(gaussian)).isCloseTo(0, within(4 * .7 / 200));
        assertThat(StatUtils.variance(gaussian)).isCloseTo(.49, within(4 * .49 * Math.sqrt(2) / 200));
        // P(|n| > 2 σ) = .0455.
        assertThat(shareAbove(gaussian, 1.4)).isCloseTo(.0455, within(.0042));
        double[] laplace = noise(LAPLACE);
        assertThat(StatUtils.mean(laplace)).isCloseTo(0, within(4 * .7 * Math.sqrt(2) / 200));
        assertThat(StatUtils.variance(laplace)).isCloseTo(.98, within(4 * .98 * Math.sqrt(5) / 200));
        // P(|n| > 2 b) = exp(-2) = .1353.
        assertThat(shareAbove(laplace, 1.4)).isCloseTo(Math.exp(-2), within(.0069));
    }

    /** At zero nothing is clipped, so what is sent is the noise; two examples in the ball are at most 2 C apart. */
    @Test
    void privacySetsTheNoiseFromTheClippingNorm() {
        // sqrt(2 ln(1.25e5)) = 4.84481, times 2 * 2.
        assertThat(new GaussianStrength.Privacy(1, 1e-5, 2).deviation()).isCloseTo(19.37922, within(1e-4));
        assertThat(new LaplaceStrength.Privacy(.5, 3).spread()).isEqualTo(12);
        assertThat(Math.sqrt(StatUtils.variance(noise(PRIVATE_GAUSSIAN)))).isCloseTo(19.38, within(.28));
        assertThat(StatUtils.variance(noise(PRIVATE_LAPLACE))).isCloseTo(2 * 16, within(4 * 32 * Math.sqrt(5) / 200));
    }

    /** Balle and Wang 2018, Theorem 8: the exact δ is never above the one that was asked for. */
    @Test
    void theFormulaKeepsItsPromiseExactly() {
        for (double epsilon : new double[] {.01, .1, .5, 1}) {
            for (double delta : new double[] {1e-9, 1e-5, .01, .2}) {
                double relative = new GaussianStrength.Privacy(epsilon, delta, .5).deviation();
                assertThat(GaussianStrength.Privacy.exactDelta(epsilon, relative))
                        .isBetween(0., delta);
            }
        }
        // Without privacy loss allowed, δ is the total variation distance 2 Φ(Δ/2σ) - 1 = .382925 at σ = Δ.
        assertThat(GaussianStrength.Privacy.exactDelta(0, 1)).isCloseTo(.382925, within(1e-6));
    }

    @Test
    void clippingBoundsEachExampleAndLeavesShortOnesTheirBits() {
        for (Norm norm : Norm.values()) {
            INDArray smashed = Nd4j.createFromArray(new float[][] {{3, -4, 0}, {.1f, .2f, -.3f}, {0, 0, 0}});
            INDArray clipped = new Clipping(norm, 1).clip(smashed);
            double[][] rows = ExampleRows.of(clipped);
            assertThat(norm.of(rows[0])).isCloseTo(1, within(1e-6));
            assertThat(rows[0][0] / rows[0][1]).isCloseTo(-.75, within(1e-6));
            assertThat(rows[1]).isEqualTo(ExampleRows.of(smashed)[1]);
            assertThat(rows[2]).containsOnly(0);
            assertThat(clipped.dataType()).isEqualTo(DataType.FLOAT);
        }
    }

    /** Some examples are longer than the bound and some are shorter; noise of scale 0 leaves the clipping alone. */
    @Test
    void theBackwardPassIsTheExactJacobianOfTheClipping() {
        INDArray smashed = SmallTraining.numbers("smashed", 5, 2, 3);
        smashed.slice(1).muli(.1);
        INDArray direction = SmallTraining.numbers("direction", 5, 2, 3);
        for (Norm norm : Norm.values()) {
            Clipping clipping = new Clipping(norm, 1.5);
            GradientCheck.holds(
                    z -> clipping.clip(z).mul(direction).sumNumber().doubleValue(),
                    smashed,
                    clipping.backward(direction, smashed));
        }
        for (DefenseOptions options : List.of(PRIVATE_GAUSSIAN, PRIVATE_LAPLACE)) {
            DefenseHooks hooks = SmallTraining.hooks(options, 11);
            INDArray reused = smashed.mul(3);
            hooks.filterSmashed(reused);
            Clipping clipping = new Clipping(options == PRIVATE_GAUSSIAN ? Norm.L2 : Norm.L1, 2);
            byte[] expected = SmallTraining.bits(clipping.backward(direction, reused));
            reused.assign(0);
            assertThat(SmallTraining.bits(hooks.smashedFilterGradient(direction)))
                    .isEqualTo(expected);
        }
        assertThat(SmallTraining.hooks(GAUSSIAN, 11).smashedFilterGradient(direction))
                .isSameAs(direction);
    }

    @Test
    void labelsStateTheStrength() {
        assertThat(GAUSSIAN.label()).isEqualTo("Gaussian noise, σ = 0.7");
        assertThat(PRIVATE_GAUSSIAN.label()).isEqualTo("Gaussian noise, ε = 1.0, δ = 1.0E-5, L2 at most 2.0");
        assertThat(LAPLACE.label()).isEqualTo("Laplace noise, b = 0.7");
        assertThat(PRIVATE_LAPLACE.label()).isEqualTo("Laplace noise, ε = 1.0, L1 at most 2.0");
    }

    private static double[] noise(DefenseOptions options) {
        INDArray sent = SmallTraining.hooks(options, 11).filterSmashed(Nd4j.zeros(DataType.DOUBLE, 40, 1000));
        return ExampleRows.numbers(sent);
    }

    private static double shareAbove(double[] numbers, double bound) {
        int above = 0;
        for (double number : numbers) {
            above += Math.abs(number) > bound ? 1 : 0;
        }
        return above / (double) numbers.length;
    }
}
