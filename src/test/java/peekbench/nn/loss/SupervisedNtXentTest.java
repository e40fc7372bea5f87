package peekbench.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SupervisedNtXentTest {
    private static final double STEP = 1e-6;

    static List<JsonNode> cases() throws IOException {
        try (InputStream in = SupervisedNtXentTest.class.getResourceAsStream("/reference/supervised_nt_xent.json")) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).get("cases").forEach(cases::add);
            return cases;
        }
    }

    private static INDArray matrix(JsonNode rows) {
        return Nd4j.createFromArray(new ObjectMapper().convertValue(rows, double[][].class));
    }

    private static int[] labels(JsonNode reference) {
        return new ObjectMapper().convertValue(reference.get("labels"), int[].class);
    }

    /** Sums of up to 56 exponentials in float64 agree to 12 digits. */
    @ParameterizedTest
    @MethodSource("cases")
    void isThatOfTorch(JsonNode reference) {
        LossAndGradient result =
                new SupervisedNtXent(reference.get("tau").asDouble()).of(matrix(reference.get("q")), labels(reference));
        assertThat(result.loss()).isCloseTo(reference.get("loss").asDouble(), within(1e-10));
        INDArray difference = result.gradient().sub(matrix(reference.get("gradWrtQ")));
        assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-10);
    }

    /** Central differences of step 1e-6 are right to about 1e-8 of gradients of about 10. */
    @ParameterizedTest
    @MethodSource("cases")
    void gradientIsThatOfDifferences(JsonNode reference) {
        SupervisedNtXent loss = new SupervisedNtXent(reference.get("tau").asDouble());
        INDArray q = matrix(reference.get("q"));
        INDArray gradient = loss.of(q, labels(reference)).gradient();
        for (long place = 0; place < q.length(); place++) {
            double kept = q.getDouble(place);
            q.putScalar(place, kept + STEP);
            double above = loss.of(q, labels(reference)).loss();
            q.putScalar(place, kept - STEP);
            double below = loss.of(q, labels(reference)).loss();
            q.putScalar(place, kept);
            assertThat(gradient.getDouble(place)).isCloseTo((above - below) / (2 * STEP), within(1e-5));
        }
    }

    @Test
    void anAnchorWithoutOthersOfItsClassAddsNothing() {
        LossAndGradient result =
                new SupervisedNtXent(.5).of(Nd4j.createFromArray(new double[][] {{1, 2}, {3, -1}, {0, 1}}), 0, 1, 2);
        assertThat(result.loss()).isZero();
        assertThat(result.gradient().amaxNumber().doubleValue()).isZero();
        assertThat(SupervisedNtXent.pairs(0, 1, 2)).isZero();
        assertThat(SupervisedNtXent.pairs(0, 1, 0, 0)).isEqualTo(6);
    }

    @Test
    void anEmbeddingWithoutDirectionGetsNoGradient() {
        LossAndGradient result =
                new SupervisedNtXent(.07).of(Nd4j.createFromArray(new float[][] {{0, 0}, {3, -1}, {1, 1}}), 0, 0, 1);
        assertThat(result.loss()).isFinite();
        assertThat(result.gradient().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(result.gradient().getRow(0).amaxNumber().doubleValue()).isZero();
        assertThat(result.gradient().getRow(1).norm2Number().doubleValue())
                .isFinite()
                .isPositive();
    }

    @Test
    void missingLabelsAreNamed() {
        assertThatThrownBy(() -> new SupervisedNtXent(1).of(Nd4j.ones(3, 2), 0, 1))
                .hasMessage("There are 3 embeddings and 2 labels; give one label each.");
    }
}
