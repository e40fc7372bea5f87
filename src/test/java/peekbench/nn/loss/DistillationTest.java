package peekbench.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DistillationTest {
    private static final double TEMPERATURE = 3;
    private static final double STEP = 1e-6;

    private static INDArray student() {
        return Nd4j.createFromArray(new double[][] {{1, -2, .5}, {0, 3, -1}});
    }

    private static INDArray teacher() {
        return Nd4j.createFromArray(new double[][] {{2, 0, -1}, {-.5, 1, 4}});
    }

    /** Equations 1 and 2 of Hinton et al. (2015), written out. */
    @Test
    void isTheCrossEntropyOfSoftenedOutputs() {
        double expected = 0;
        for (int n = 0; n < 2; n++) {
            double[] p = softmax(teacher().getRow(n).toDoubleVector());
            double[] q = softmax(student().getRow(n).toDoubleVector());
            for (int k = 0; k < 3; k++) {
                expected -= TEMPERATURE * TEMPERATURE * p[k] * Math.log(q[k]) / 2;
            }
        }
        Distillation distillation = new Distillation(LossFunction.CROSS_ENTROPY, TEMPERATURE);
        assertThat(distillation.of(student(), teacher()).loss()).isCloseTo(expected, within(1e-12));
    }

    private static double[] softmax(double[] outputs) {
        double sum = 0;
        double[] result = new double[outputs.length];
        for (int k = 0; k < outputs.length; k++) {
            result[k] = Math.exp(outputs[k] / TEMPERATURE);
            sum += result[k];
        }
        for (int k = 0; k < outputs.length; k++) {
            result[k] /= sum;
        }
        return result;
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAgreeWithCentralDifferences(LossFunction loss) {
        Distillation distillation = new Distillation(loss, TEMPERATURE);
        INDArray gradient = distillation.of(student(), teacher()).gradient();
        for (long i = 0; i < gradient.length(); i++) {
            INDArray above = student();
            INDArray below = student();
            above.putScalar(i, above.getDouble(i) + STEP);
            below.putScalar(i, below.getDouble(i) - STEP);
            double slope = (distillation.of(above, teacher()).loss()
                            - distillation.of(below, teacher()).loss())
                    / (2 * STEP);
            assertThat(gradient.getDouble(i)).isCloseTo(slope, within(1e-7));
        }
    }
}
