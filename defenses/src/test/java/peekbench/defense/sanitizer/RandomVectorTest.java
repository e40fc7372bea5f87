package peekbench.defense.sanitizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;
import peekbench.threat.defense.DefenseOptions;

class RandomVectorTest {
    private static final Factors ONES = new Factors.Uniform(1, 1);
    private static final List<Factors> DISTRIBUTIONS =
            List.of(new Factors.Normal(), new Factors.Uniform(.5, 2), new Factors.Sign());

    @Test
    void oneKnownRecordGivesTheVectorAndWithItEveryOther() {
        INDArray known = Nd4j.linspace(1, 2, 784).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
        known = known.reshape(1, 1, 28, 28);
        INDArray secret = Contexts.inputs(Contexts.IMAGES);
        for (Factors factors : DISTRIBUTIONS) {
            RandomVector defense = new RandomVector(factors, Granularity.ELEMENT);
            INDArray vector = sanitized(defense, 0, known).div(known);
            INDArray stolen = sanitized(defense, 1, secret)
                    .reshape(5, 784)
                    .divRowVector(vector.reshape(784))
                    .reshape(secret.shape());
            assertThat(stolen.sub(secret).amaxNumber().doubleValue())
                    .as(factors.label())
                    .isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void allClientsShareTheVectorOfTheirTrial() {
        for (Dataset dataset : List.of(Contexts.IMAGES, Contexts.TABLE)) {
            INDArray inputs = Contexts.inputs(dataset);
            for (Granularity granularity : Granularity.values()) {
                RandomVector defense = new RandomVector(new Factors.Normal(), granularity);
                byte[] first = Contexts.bits(sanitized(defense, 0, inputs));
                assertThat(Contexts.bits(sanitized(defense, 1, inputs))).isEqualTo(first);
                INDArray other =
                        defense.create().attach(Contexts.client(0, dataset, 12)).sanitizeInput(inputs);
                assertThat(Contexts.bits(other)).isNotEqualTo(first);
            }
        }
    }

    @Test
    void inputsStayUntouchedAndShapesStay() {
        INDArray inputs = Contexts.inputs(Contexts.IMAGES);
        byte[] before = Contexts.bits(inputs);
        for (DefenseOptions defense : List.of(new RandomVector(), new RandomVectorRelu())) {
            assertThat(sanitized(defense, 0, inputs).shape()).isEqualTo(inputs.shape());
        }
        assertThat(Contexts.bits(inputs)).isEqualTo(before);
    }

    @Test
    void factorsFollowTheirDistribution() {
        INDArray ones = Nd4j.ones(1, 20_000);
        INDArray uniform = sanitized(new RandomVector(new Factors.Uniform(.5, 2), Granularity.ELEMENT), 0, ones);
        assertThat(uniform.minNumber().doubleValue()).isBetween(.5, .51);
        assertThat(uniform.maxNumber().doubleValue()).isBetween(1.99, 2.);
        INDArray signs = sanitized(new RandomVector(new Factors.Sign(), Granularity.ELEMENT), 0, ones);
        assertThat(signs.norm1Number().doubleValue()).isEqualTo(20_000);
        // Four standard errors of a mean over 20,000 numbers of deviation 1.
        assertThat(signs.meanNumber().doubleValue()).isCloseTo(0, within(.03));
        INDArray normal = sanitized(new RandomVector(), 0, ones);
        assertThat(normal.meanNumber().doubleValue()).isCloseTo(0, within(.03));
        assertThat(normal.stdNumber().doubleValue()).isCloseTo(1, within(.02));
    }

    @Test
    void aChannelHasOneFactor() {
        INDArray ones = Nd4j.ones(2, 3, 4, 4);
        INDArray sent = sanitized(new RandomVector(new Factors.Normal(), Granularity.CHANNEL), 0, ones);
        for (int channel = 0; channel < 3; channel++) {
            INDArray plane = sent.slice(1).slice(channel);
            assertThat(plane.maxNumber()).isEqualTo(plane.minNumber());
        }
        assertThat(sent.getDouble(0, 0, 0, 0)).isNotEqualTo(sent.getDouble(0, 1, 0, 0));
    }

    @Test
    void factorsOfOneChangeNoBit() {
        INDArray images = Contexts.inputs(Contexts.IMAGES);
        INDArray table = Contexts.inputs(Contexts.TABLE);
        RandomVector defense = new RandomVector(ONES, Granularity.ELEMENT);
        assertThat(Contexts.bits(sanitized(defense, 0, images))).isEqualTo(Contexts.bits(images));
        assertThat(Contexts.bits(sanitized(defense, 0, table))).isEqualTo(Contexts.bits(table));
        // Pixels are never below 0.
        RandomVectorRelu rectified = new RandomVectorRelu(ONES, Granularity.ELEMENT, 0);
        assertThat(Contexts.bits(sanitized(rectified, 0, images))).isEqualTo(Contexts.bits(images));
    }

    @Test
    void theActivationZeroesWhatIsBelowTheThreshold() {
        INDArray table = Contexts.inputs(Contexts.TABLE);
        INDArray products = sanitized(new RandomVector(), 0, table);
        for (double threshold : new double[] {0, .5}) {
            INDArray sent =
                    sanitized(new RandomVectorRelu(new Factors.Normal(), Granularity.ELEMENT, threshold), 0, table);
            int zeroed = 0;
            for (long place = 0; place < sent.length(); place++) {
                double product = products.getDouble(place);
                assertThat(sent.getDouble(place)).isEqualTo(product < threshold ? 0 : product);
                zeroed += product < threshold ? 1 : 0;
            }
            assertThat(zeroed).isBetween(5, 40);
        }
    }

    @Test
    void badOptionsAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new Factors.Uniform(2, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("high: is 1.0; it must be at least low, which is 2.0");
        assertThatThrownBy(() -> new Factors.Uniform(Double.NaN, Double.POSITIVE_INFINITY))
                .hasMessageContaining("low: is NaN; it must be a finite number")
                .hasMessageContaining("high: is Infinity");
        assertThatThrownBy(() -> new RandomVectorRelu(new Factors.Sign(), Granularity.ELEMENT, -1))
                .hasMessageContaining("threshold: is -1.0")
                .hasMessageContaining("at least 0");
    }

    @Test
    void labelsNameTheCaseAndWhatIsNotDefault() {
        assertThat(new RandomVector().label()).isEqualTo("Case 1: random vector");
        assertThat(new RandomVector(new Factors.Sign(), Granularity.CHANNEL).label())
                .isEqualTo("Case 1: random vector (random signs, one a channel)");
        assertThat(new RandomVectorRelu().label()).isEqualTo("Case 2: random vector and ReLU");
        assertThat(new RandomVectorRelu(new Factors.Uniform(.5, 2), Granularity.ELEMENT, .1).label())
                .isEqualTo("Case 2: random vector and ReLU at 0.1 (uniform factors 0.5 to 2.0)");
    }

    private static INDArray sanitized(DefenseOptions defense, int client, INDArray inputs) {
        return defense.create()
                .attach(Contexts.client(client, Contexts.IMAGES, 11))
                .sanitizeInput(inputs);
    }
}
