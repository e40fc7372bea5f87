package peekbench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.seed.Seed;

class ReidentificationTest {
    private static final int RECORDS = 300;
    private static final int LENGTH = 40;

    /** By both formats, over two chunks, with records far from the origin, copies of records and exact hits among them. */
    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void findsWhatADirectComputationFinds(DataType type) {
        double[][] gallery = numbers("gallery", 1, 5);
        double[][] probes = numbers("probes", 2.5, 0);
        for (int i = 0; i < RECORDS; i++) {
            for (int k = 0; k < LENGTH; k++) {
                probes[i][k] += gallery[i][k];
            }
        }
        gallery[7] = gallery[8].clone();
        probes[8] = gallery[8].clone();
        probes[299] = gallery[12].clone();

        INDArray records = Nd4j.createFromArray(gallery).castTo(type);
        INDArray made = Nd4j.createFromArray(probes).castTo(type);
        Reidentification found = Reidentification.of(records, made);

        assertThat(found.size()).isEqualTo(RECORDS);
        double[][] rows = records.castTo(DataType.DOUBLE).toDoubleMatrix();
        double[][] looked = made.castTo(DataType.DOUBLE).toDoubleMatrix();
        assertThat(found.within(1)).containsExactly(direct(rows, looked, 1));
        assertThat(found.within(5)).containsExactly(direct(rows, looked, 5));
        assertThat(found.within(1)[8]).isEqualTo(.5);
        assertThat(found.within(1)[299]).isZero();
        assertThat(found.share(1)).isBetween(.05, .95).isLessThan(found.share(5));
    }

    private static double[] direct(double[][] gallery, double[][] probes, int k) {
        double[] found = new double[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            double own = squared(probes[i], gallery[i]);
            int nearer = 0;
            int tied = 0;
            for (int j = 0; j < RECORDS; j++) {
                double other = squared(probes[i], gallery[j]);
                nearer += other < own ? 1 : 0;
                tied += j != i && other == own ? 1 : 0;
            }
            found[i] = Math.max(0, Math.min(1, (k - nearer) / (1.0 + tied)));
        }
        return found;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    private static double[][] numbers(String name, double deviation, double mean) {
        RandomGenerator generator = Seed.of(3).child(name).generator();
        double[][] numbers = new double[RECORDS][LENGTH];
        for (double[] row : numbers) {
            for (int k = 0; k < LENGTH; k++) {
                row[k] = mean + deviation * generator.nextGaussian();
            }
        }
        return numbers;
    }

    @Test
    void whoCopiesFindsAllAndWhoAlwaysAnswersTheSameFindsOne() {
        INDArray gallery = Nd4j.createFromArray(numbers("gallery", 1, 0)).castTo(DataType.FLOAT);
        INDArray mean = gallery.mul(0).addiRowVector(gallery.mean(0));
        assertThat(Reidentification.of(gallery, gallery).share(1)).isEqualTo(1);
        assertThat(Reidentification.of(gallery, mean).share(1)).isCloseTo(1.0 / RECORDS, within(1e-12));
        assertThat(Reidentification.of(gallery, mean).share(5)).isCloseTo(5.0 / RECORDS, within(1e-12));
    }

    /** As features of which none is active: nothing tells the records apart. */
    @Test
    void recordsThatNothingTellsApartAreFoundByChance() {
        INDArray same = Nd4j.ones(DataType.FLOAT, 20, 3);
        assertThat(Reidentification.of(same, same).within(1)).containsOnly(.05);
        assertThat(Reidentification.of(same, same.mul(Double.NaN)).within(5)).containsOnly(.25);
    }

    /** Newcombe (1998), "Two-sided confidence intervals for the single proportion", Table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void intervalsAreThoseOfWilson() {
        assertInterval(263, 81, .2553, .3662);
        assertInterval(148, 15, .0624, .1605);
        assertInterval(20, 0, 0, .1611);
        assertInterval(29, 1, .0061, .1718);
    }

    private static void assertInterval(int size, int found, double low, double high) {
        INDArray gallery = Nd4j.eye(size).castTo(DataType.FLOAT);
        INDArray made = gallery.dup();
        for (int i = found; i < size; i++) {
            made.getRow(i).assign(gallery.getRow((i + 1) % size));
        }
        Interval interval = Reidentification.of(gallery, made).interval(1);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
        assertThat(interval.level()).isEqualTo(.95);
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> Reidentification.of(Nd4j.ones(3, 2), Nd4j.ones(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The gallery is [3, 2], reconstructions [2, 2]; there must be one of each record, of its shape.");
    }
}
