package peekbench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static peekbench.nn.ArrayBits.bits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.seed.Seed;

class DistanceCorrelationTest {
    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in =
                DistanceCorrelationTest.class.getResourceAsStream("/reference/distance_correlation.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAreThoseOfTheEnergyPackage(JsonNode reference) {
        INDArray x = matrix(reference.get("x"));
        INDArray z = matrix(reference.get("z"));
        double tolerance = 1e-9;
        assertThat(DistanceCorrelation.covariance(x, z)).isCloseTo(number(reference, "dcov"), within(tolerance));
        assertThat(DistanceCorrelation.of(x, z)).isCloseTo(number(reference, "dcor"), within(tolerance));
        assertThat(DistanceCorrelation.unbiasedCovariance(x, z))
                .isCloseTo(number(reference, "dcovU"), within(tolerance));
        assertThat(DistanceCorrelation.biasCorrected(x, z)).isCloseTo(number(reference, "bcdcor"), within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfAutomaticDifferentiation(JsonNode reference) {
        INDArray z = matrix(reference.get("z"));
        ValueAndGradient result = DistanceCorrelation.withGradient(matrix(reference.get("x")), z);
        assertThat(result.value()).isCloseTo(number(reference, "dcor"), within(1e-9));
        assertClose(result.gradient(), matrix(reference.get("gradDcorWrtZ")), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void singlePrecisionAgreesWithDouble(JsonNode reference) {
        INDArray x = matrix(reference.get("x")).castTo(DataType.FLOAT);
        INDArray z = matrix(reference.get("z")).castTo(DataType.FLOAT);
        ValueAndGradient result = DistanceCorrelation.withGradient(x, z);
        assertThat(result.value()).isCloseTo(number(reference, "dcor"), within(1e-5));
        assertClose(result.gradient(), matrix(reference.get("gradDcorWrtZ")), 1e-4);
    }

    @Test
    void gradientsAgreeWithCentralDifferencesBesideIdenticalRows() {
        INDArray x = random("x", 12, 5);
        INDArray z = random("z", 12, 3);
        z.putRow(7, z.getRow(2));
        x.putRow(9, x.getRow(1));
        INDArray gradient = DistanceCorrelation.withGradient(x, z).gradient();
        double step = 1e-6;
        for (int row : new int[] {0, 1, 9}) {
            for (int column = 0; column < 3; column++) {
                double value = z.getDouble(row, column);
                z.putScalar(row, column, value + step);
                double above = DistanceCorrelation.of(x, z);
                z.putScalar(row, column, value - step);
                double below = DistanceCorrelation.of(x, z);
                z.putScalar(row, column, value);
                assertThat(gradient.getDouble(row, column)).isCloseTo((above - below) / (2 * step), within(1e-7));
            }
        }
        assertThat(gradient.sumNumber().doubleValue()).isFinite();
    }

    @Test
    void theShapeOfTheGradientIsThatOfTheSmashedData() {
        INDArray x = random("x", 6, 8).reshape(6, 2, 2, 2);
        INDArray z = random("z", 6, 12).reshape(6, 3, 2, 2);
        assertThat(DistanceCorrelation.withGradient(x, z).gradient().shape()).containsExactly(6, 3, 2, 2);
    }

    @Test
    void scalingSmashedDataChangesNothing() {
        INDArray x = random("x", 30, 5);
        INDArray z = random("z", 30, 4);
        assertThat(DistanceCorrelation.of(x, z.mul(1e-3))).isCloseTo(DistanceCorrelation.of(x, z), within(1e-12));
        assertThat(DistanceCorrelation.biasCorrected(x, z.mul(1e3)))
                .isCloseTo(DistanceCorrelation.biasCorrected(x, z), within(1e-12));
    }

    @Test
    void constantSmashedDataHaveNoCorrelationAndNoGradient() {
        INDArray x = random("x", 8, 5);
        ValueAndGradient result = DistanceCorrelation.withGradient(x, Nd4j.ones(DataType.DOUBLE, 8, 3));
        assertThat(result.value()).isZero();
        assertThat(bits(result.gradient())).isEqualTo(bits(Nd4j.zeros(DataType.DOUBLE, 8, 3)));
    }

    @Test
    void highDimensionsFoolTheVStatisticButNotTheCorrectedOne() {
        INDArray x = random("x", 64, 784);
        INDArray z = random("z", 64, 784);
        assertThat(DistanceCorrelation.of(x, z)).isGreaterThan(.95);
        assertThat(DistanceCorrelation.biasCorrected(x, z)).isBetween(-.1, .1);
    }

    @Test
    void thePermutationTestTellsDependentFromIndependent() {
        INDArray x = random("x", 100, 6);
        PermutationTest dependent = PermutationTest.of(x, x.mul(x), 99, Seed.of(1));
        PermutationTest independent = PermutationTest.of(x, random("z", 100, 6), 99, Seed.of(1));
        assertThat(dependent.p()).isEqualTo(.01);
        assertThat(dependent.value()).isGreaterThan(dependent.nullInterval().high());
        assertThat(independent.p()).isGreaterThan(.05);
        assertThat(independent.value())
                .isBetween(
                        independent.nullInterval().low(),
                        independent.nullInterval().high());
        assertThat(PermutationTest.of(x, x.mul(x), 99, Seed.of(1))).isEqualTo(dependent);
    }

    /** Two clients of which one sends x and the other sends it as it says nothing: each has its own, and the mean is theirs. */
    @Test
    void groupsAreNotComparedWithEachOther() {
        PairedSamples same = new PairedSamples(random("x", 40, 6), random("x", 40, 6));
        PairedSamples other = new PairedSamples(random("y", 80, 6), random("z", 80, 6));
        PermutationTest both = PermutationTest.of(List.of(same, other), 99, Seed.of(1));
        double own = DistanceCorrelation.biasCorrected(same.x(), same.z());
        double others = DistanceCorrelation.biasCorrected(other.x(), other.z());
        assertThat(both.value()).isCloseTo((own + 2 * others) / 3, within(1e-9));
        assertThat(both.p()).isEqualTo(.01);
        assertThat(PermutationTest.of(List.of(same), 99, Seed.of(1)))
                .isEqualTo(PermutationTest.of(same.x(), same.z(), 99, Seed.of(1)));
    }

    @Test
    void samplesThatAreNotPairsAreRefused() {
        assertThatThrownBy(() -> DistanceCorrelation.of(random("x", 5, 2), random("z", 6, 2)))
                .hasMessageContaining("5 and 6 examples");
        assertThatThrownBy(() -> DistanceCorrelation.biasCorrected(random("x", 3, 2), random("z", 3, 2)))
                .hasMessageContaining("at least 4");
    }

    private static double number(JsonNode reference, String key) {
        return reference.get(key).asDouble();
    }

    private static INDArray matrix(JsonNode rows) {
        double[][] numbers = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray())
                .toArray(double[][]::new);
        return Nd4j.createFromArray(numbers);
    }

    private static INDArray random(String name, int rows, int columns) {
        double[] numbers = Seed.of(3)
                .child(name)
                .generator()
                .doubles((long) rows * columns, -1, 1)
                .toArray();
        return Nd4j.createFromArray(numbers).reshape(rows, columns);
    }

    private static void assertClose(INDArray actual, INDArray expected, double tolerance) {
        List<Double> numbers = numbers(actual);
        List<Double> wanted = numbers(expected);
        assertThat(numbers).hasSameSizeAs(wanted);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as("number %d", i).isCloseTo(wanted.get(i), within(tolerance));
        }
    }

    private static List<Double> numbers(INDArray array) {
        return java.util.Arrays.stream(array.dup('c').data().asDouble()).boxed().toList();
    }
}
