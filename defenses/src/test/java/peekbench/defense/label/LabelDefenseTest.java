package peekbench.defense.label;

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
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;

@Tag("slow")
class LabelDefenseTest {
    private static final int BATCH = 4000;
    private static final int DIMENSIONS = 6;

    @Test
    void atScaleZeroTrainingHasTheBitsOfNoDefense() {
        byte[] none = SmallTraining.bits();
        assertThat(SmallTraining.bits(new MaxNorm(0))).isEqualTo(none);
        assertThat(SmallTraining.bits(new Marvell(0))).isEqualTo(none);
        byte[] perturbed = SmallTraining.bits(new MaxNorm());
        assertThat(perturbed).isNotEqualTo(none);
        assertThat(SmallTraining.bits(new MaxNorm())).isEqualTo(perturbed);
    }

    /** Rows of norm 1 and one of norm 3: σ² = 8. Tolerances are four standard errors. */
    @Test
    void maxNormGivesEveryRowTheExpectedNormOfTheLongestAndKeepsItsLine() {
        INDArray gradient = Nd4j.zeros(DataType.DOUBLE, BATCH, 2);
        gradient.putColumn(0, Nd4j.ones(DataType.DOUBLE, BATCH).mul(.6));
        gradient.putColumn(1, Nd4j.ones(DataType.DOUBLE, BATCH).mul(-.8));
        gradient.putScalar(0, 0, 3);
        gradient.putScalar(0, 1, 0);
        byte[] before = SmallTraining.bits(gradient);
        double[][] sent = ExampleRows.of(filtered(new MaxNorm(), gradient, targets()));
        assertThat(sent[0]).containsExactly(3, 0);
        double[] squares = new double[BATCH - 1];
        double[] factors = new double[BATCH - 1];
        for (int row = 1; row < BATCH; row++) {
            assertThat(sent[row][0] * -.8).isCloseTo(sent[row][1] * .6, within(1e-9));
            factors[row - 1] = sent[row][0] / .6;
            squares[row - 1] = ExampleRows.dot(sent[row], sent[row]);
        }
        double error = 4 / Math.sqrt(BATCH);
        assertThat(StatUtils.mean(factors)).isCloseTo(1, within(error * Math.sqrt(8)));
        // Var((1 + σ n)²) = 4 σ² + 2 σ⁴ = 160 at σ² = 8.
        assertThat(StatUtils.mean(squares)).isCloseTo(9, within(error * Math.sqrt(160)));
        assertThat(SmallTraining.bits(gradient)).isEqualTo(before);
        INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 2, 2);
        assertThat(ExampleRows.numbers(filtered(new MaxNorm(), zeros, targets())))
                .containsOnly(0);
    }

    /** Every second row is positive; the noise is what is sent less what was given. */
    @Test
    void marvellsNoiseHasThePowersOfItsProblem() {
        INDArray gradient = SmallTraining.numbers("gradient", BATCH, DIMENSIONS).mul(.01);
        for (int row = 0; row < BATCH; row += 1) {
            double shift = row % 2 == 1 ? .04 : 0;
            gradient.putScalar(row, 0, gradient.getDouble(row, 0) * (1 + row % 2) + shift);
        }
        byte[] before = SmallTraining.bits(gradient);
        INDArray targets = targets();
        double[][] noise =
                ExampleRows.of(filtered(new Marvell(4), gradient, targets).sub(gradient));
        assertThat(SmallTraining.bits(gradient)).isEqualTo(before);
        boolean[] positive = BinaryTargets.positive(targets);
        ClassGradients classes = ClassGradients.of(ExampleRows.of(gradient), positive);
        assertThat(classes.positiveShare()).isEqualTo(.5);
        assertThat(classes.negativeVariance()).isCloseTo(1e-4, within(1e-5));
        double distance = classes.squaredDistance();
        NoisePower expected = new DivergenceProblem(
                        classes.negativeVariance(), classes.positiveVariance(), DIMENSIONS, distance, .5, 4 * distance)
                .solve();
        for (boolean wanted : new boolean[] {false, true}) {
            double along = 0;
            double all = 0;
            for (int row = 0; row < BATCH; row++) {
                if (positive[row] == wanted) {
                    double projection = ExampleRows.dot(noise[row], classes.difference());
                    along += projection * projection / distance;
                    all += ExampleRows.dot(noise[row], noise[row]);
                }
            }
            // Four standard errors of a variance of 2000 normal numbers are 13 %.
            double members = BATCH / 2.;
            assertThat(along / members).isCloseTo(expected.along(wanted), within(.13 * expected.along(wanted)));
            double across = (all - along) / members / (DIMENSIONS - 1);
            assertThat(across).isCloseTo(expected.across(wanted), within(.13 * expected.across(wanted) + 1e-12));
        }
    }

    @Test
    void marvellIsRepeatableAndLeavesABatchOfOneClassAlone() {
        INDArray gradient = SmallTraining.numbers("gradient", 8, 2, 3);
        INDArray both = Nd4j.createFromArray(0f, 1, 1, 0, 0, 0, 1, 0).reshape(8, 1);
        INDArray sent = filtered(new Marvell(1), gradient, both);
        assertThat(sent.shape()).isEqualTo(gradient.shape());
        assertThat(SmallTraining.bits(filtered(new Marvell(1), gradient, both))).isEqualTo(SmallTraining.bits(sent));
        DefenseHooks hooks = SmallTraining.hooks(new Marvell(1), 11);
        assertThat(SmallTraining.bits(hooks.filterGradient(gradient, both))).isEqualTo(SmallTraining.bits(sent));
        assertThat(SmallTraining.bits(hooks.filterGradient(gradient, both))).isNotEqualTo(SmallTraining.bits(sent));
        assertThat(hooks.filterGradient(gradient, both.mul(0))).isSameAs(gradient);
        assertThat(hooks.filterGradient(gradient)).isSameAs(gradient);
    }

    @Test
    void marvellRefusesWhatIsNotTwoClasses() {
        DefenseHooks hooks = SmallTraining.hooks(new Marvell(1), 11);
        INDArray gradient = SmallTraining.numbers("gradient", 3, 2);
        assertThatThrownBy(() -> hooks.filterGradient(gradient, Nd4j.eye(3)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(marvell) protects the labels of two classes; this task has 3 outputs")
                .hasMessageContaining("Use the defense max-norm");
        // The labels of a whole training reach the defense: lipid values are not 0 and 1.
        assertThatThrownBy(() -> SmallTraining.bits(new Marvell(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("this task has the target ");
    }

    @Test
    void badOptionsAreNamedAndLabelsStateTheStrength() {
        assertThatThrownBy(() -> new MaxNorm(-1)).hasMessageContaining("scale: is -1.0");
        assertThatThrownBy(() -> new Marvell(Double.NaN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("scale: is NaN");
        assertThat(List.<DefenseOptions>of(new MaxNorm(), new MaxNorm(.5), new Marvell(4)))
                .extracting(DefenseOptions::label)
                .containsExactly("max-norm noise", "max-norm noise times 0.5", "Marvell, s = 4.0");
    }

    private static INDArray filtered(DefenseOptions options, INDArray gradient, INDArray targets) {
        return SmallTraining.hooks(options, 11).filterGradient(gradient, targets);
    }

    /** One-hot rows of alternating classes. */
    private static INDArray targets() {
        INDArray targets = Nd4j.zeros(DataType.DOUBLE, BATCH, 2);
        for (int row = 0; row < BATCH; row++) {
            targets.putScalar(row, row % 2, 1);
        }
        return targets;
    }
}
