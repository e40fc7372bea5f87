package peekbench.attack.hijacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.seed.Seed;

/** Against finite differences of the penalty itself, in float64. */
@Tag("slow")
class GradientPenaltyTest {
    private static final Shape SMASHED = Shape.of(2, 5, 5);
    private static final int EXAMPLES = 4;
    private static final GradientPenalty PENALTY = new GradientPenalty(7);

    private static Segment critic(Activation activation, Precision precision) {
        Residual block = new Residual(
                List.of(new NamedLayer("function", activation), new NamedLayer("conv", new Convolution(6, 3, 1, 1))),
                List.of(),
                Optional.empty());
        return Segment.create(
                List.of(
                        new NamedLayer("first", new Convolution(6, 3, 1, 1)),
                        new NamedLayer("block", block),
                        new NamedLayer("function", activation),
                        new NamedLayer("second", new Convolution(4, 3, 2, 1)),
                        new NamedLayer("flatten", new Flatten()),
                        new NamedLayer("last", new Dense(1))),
                SMASHED,
                precision,
                Seed.of(4));
    }

    private static INDArray examples(DataType type, String name) {
        RandomGenerator generator = Seed.of(5).child(name).generator();
        double[] numbers = new double[EXAMPLES * SMASHED.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = generator.nextGaussian();
        }
        return Nd4j.create(numbers, SMASHED.withBatch(EXAMPLES), 'c').castTo(type);
    }

    private static GradientPenalty.Probes probes(Segment critic, INDArray examples) {
        critic.forward(examples);
        INDArray ones = Nd4j.ones(examples.dataType(), EXAMPLES, 1);
        return PENALTY.probes(examples, critic.backward(ones).dup('c'));
    }

    private static INDArray gradient(Segment critic, INDArray examples) {
        GradientPenalty.Probes probes = probes(critic, examples);
        critic.forward(probes.points());
        critic.backwardParameters(probes.outputGradients());
        return critic.gradients().dup();
    }

    /** The change of the penalty along a random direction of the critic's weights. */
    private static double slope(Segment critic, INDArray examples, INDArray direction, double step) {
        INDArray weights = critic.parameters().dup();
        critic.parameters().assign(weights.add(direction.mul(step)));
        double above = probes(critic, examples).penalty();
        critic.parameters().assign(weights.sub(direction.mul(step)));
        double below = probes(critic, examples).penalty();
        critic.parameters().assign(weights);
        return (above - below) / (2 * step);
    }

    private static INDArray direction(Segment critic, int number) {
        RandomGenerator generator = Seed.of(6).child("direction-" + number).generator();
        INDArray direction = Nd4j.zeros(DataType.DOUBLE, critic.parameterCount());
        for (long i = 0; i < direction.length(); i++) {
            direction.putScalar(i, generator.nextGaussian());
        }
        return direction;
    }

    @Test
    void theGradientIsThatOfThePenalty() {
        for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
            Segment critic = critic(activation, Precision.FLOAT64);
            INDArray examples = examples(DataType.DOUBLE, "examples");
            INDArray gradient = gradient(critic, examples);
            for (int number = 0; number < 5; number++) {
                INDArray direction = direction(critic, number);
                double expected = slope(critic, examples, direction, 1e-6);
                double size = gradient.norm2Number().doubleValue();
                assertThat(Nd4j.getBlasWrapper().dot(gradient, direction)).isCloseTo(expected, within(1e-6 * size));
            }
        }
    }

    @Test
    void float32IsWithinAThousandthOfFloat64() {
        INDArray exact = gradient(critic(Activation.TANH, Precision.FLOAT64), examples(DataType.DOUBLE, "examples"));
        INDArray rounded = gradient(critic(Activation.TANH, Precision.FLOAT32), examples(DataType.FLOAT, "examples"));
        double error = rounded.castTo(DataType.DOUBLE).sub(exact).norm2Number().doubleValue();
        assertThat(error).isLessThan(2e-3 * exact.norm2Number().doubleValue());
    }

    @Test
    void aCriticThatDoesNotChangeIsPulledAwayFromThatWithoutADivisionByZero() {
        Segment critic = critic(Activation.TANH, Precision.FLOAT64);
        critic.parameters().assign(0);
        GradientPenalty.Probes probes = probes(critic, examples(DataType.DOUBLE, "examples"));
        assertThat(probes.penalty()).isCloseTo(7, within(1e-12));
        assertThat(gradient(critic, examples(DataType.DOUBLE, "examples"))
                        .sumNumber()
                        .doubleValue())
                .isFinite();
    }

    @Test
    void theAnswerIsTheSlopeOfTheCriticsMean() {
        Segment network = critic(Activation.TANH, Precision.FLOAT64);
        Segment before = network.copy();
        INDArray client = examples(DataType.DOUBLE, "client");
        INDArray answer = new Critic(network, Optimizer.Adam.of(1e-3), PENALTY)
                .step(client, examples(DataType.DOUBLE, "pilot"), examples(DataType.DOUBLE, "mixed"));
        INDArray direction = examples(DataType.DOUBLE, "direction");
        double step = 1e-6;
        double above =
                before.predict(client.add(direction.mul(step))).meanNumber().doubleValue();
        double below =
                before.predict(client.sub(direction.mul(step))).meanNumber().doubleValue();
        assertThat(answer.mul(direction).sumNumber().doubleValue())
                .isCloseTo((above - below) / (2 * step), within(1e-8));
    }
}
