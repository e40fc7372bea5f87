package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.attack.inversion.InversionSample;

class StackingTest {
    private final INDArray numbers = InversionSample.noise(40, 30);
    private final INDArray truth = numbers.get(rows(0, 10)).dup('c');
    private final INDArray one = truth.add(numbers.get(rows(10, 20)));
    private final INDArray other = truth.add(numbers.get(rows(20, 30)).mul(2));

    private static INDArrayIndex rows(int from, int to) {
        return NDArrayIndex.interval(from, to);
    }

    /** Of independent noise of variances 1 and 4 on numbers of variance 1 the best weights are 4/9 and 1/9; to .06 of 300 draws. */
    @Test
    void noiseIsAveragedByItsVariance() {
        Stacking stacking = Stacking.of(List.of(one, other), truth);
        assertThat(stacking.weights()[0]).isCloseTo(4 / 9.0, within(.06));
        assertThat(stacking.weights()[1]).isCloseTo(1 / 9.0, within(.06));
        assertThat(stacking.of(List.of(one, other))
                        .sub(one.mul(stacking.weights()[0]).add(other.mul(stacking.weights()[1])))
                        .amaxNumber()
                        .doubleValue())
                .isLessThan(1e-6);
    }

    @Test
    void itIsNoWorseThanTheBestOfThem() {
        double alone = one.sub(truth).mul(one.sub(truth)).meanNumber().doubleValue();
        assertThat(Stacking.of(List.of(one, other), truth).loss()).isLessThan(alone);
        assertThat(Stacking.of(List.of(truth, other), truth).weights())
                .containsExactly(new double[] {1, 0}, within(1e-5));
    }

    @Test
    void whatIsTheSameTwiceSharesItsWeight() {
        double[] alone = Stacking.of(List.of(one), truth).weights();
        assertThat(Stacking.of(List.of(one, one), truth).weights())
                .containsExactly(new double[] {alone[0] / 2, alone[0] / 2}, within(1e-5));
    }
}
