package peekbench.attack.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;

/** Derivatives by two first-order passes against finite differences of the loss itself, in float64. */
@Tag("slow")
class MatchingLossTest {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final Shape IMAGE = Shape.of(2, 6, 6);

    @Test
    void theDerivativeIsThatOfFiniteDifferences() {
        List<NamedLayer> layers = List.of(
                new NamedLayer("conv", new Convolution(3, 3, 1, 1)),
                new NamedLayer("tanh", Activation.TANH),
                new NamedLayer("flatten", new Flatten()),
                new NamedLayer("fc1", new Dense(8)),
                new NamedLayer("sigmoid", Activation.SIGMOID),
                new NamedLayer("fc2", new Dense(3)));
        for (GradientDistance distance : GradientDistance.values()) {
            check(layers, IMAGE, distance, 0);
            check(layers, IMAGE, distance, .1);
        }
    }

    @Test
    void itHoldsForTablesAndForLayersThatDrawOrLookAtTheBatch() {
        List<NamedLayer> layers = List.of(
                new NamedLayer("norm", new BatchNormalization()),
                new NamedLayer("fc1", new Dense(12)),
                new NamedLayer("tanh", Activation.TANH),
                new NamedLayer("dropout", new Dropout(.5)),
                new NamedLayer("fc2", new Dense(3)));
        for (GradientDistance distance : GradientDistance.values()) {
            check(layers, Shape.of(5), distance, .1);
        }
    }

    private static void check(List<NamedLayer> layers, Shape shape, GradientDistance distance, double weight) {
        Segment network = Segment.create(layers, shape, Precision.FLOAT64, Seed.of(4));
        INDArray own = numbers("own", 30, shape);
        InputSpace space = InputSpace.of(shape, Precision.FLOAT64, own.mul(3).addi(1));
        INDArray targets = Nd4j.create(new double[][] {{1, 0, 0}, {0, 0, 1}, {1, 0, 0}});
        MatchingLoss.Model model = MatchingLoss.Model.of(network, LossFunction.CROSS_ENTROPY, space);
        network.continueAfterPass(0);
        network.backwardParameters(LossFunction.CROSS_ENTROPY
                .of(network.forward(space.decode(numbers("secret", 3, shape))), targets)
                .gradient());
        MatchingLoss loss = new MatchingLoss(
                model,
                distance,
                weight,
                new MatchingLoss.Observation(network.gradients().dup(), targets));
        INDArray point = numbers("point", 3, shape);
        INDArray gradient = Nd4j.zerosLike(point);
        INDArray unused = Nd4j.zerosLike(point);
        assertThat(loss.at(point, gradient)).isPositive();
        double scale = gradient.amaxNumber().doubleValue();
        assertThat(scale).isPositive();
        for (long place = 0; place < point.length(); place += 7) {
            double before = point.getDouble(place);
            point.putScalar(place, before + STEP);
            double above = loss.at(point, unused);
            point.putScalar(place, before - STEP);
            double below = loss.at(point, unused);
            point.putScalar(place, before);
            assertThat(gradient.getDouble(place))
                    .as("%s, place %d", distance, place)
                    .isCloseTo((above - below) / (2 * STEP), within(TOLERANCE * scale + 1e-9));
        }
        assertThat(network.parameters()).isEqualTo(model.weights());
    }

    /** Uniform in [0, 1]. */
    private static INDArray numbers(String name, int examples, Shape shape) {
        double[] numbers = Seed.of(9)
                .child(name)
                .generator()
                .doubles((long) examples * shape.length())
                .toArray();
        return Nd4j.create(numbers, shape.withBatch(examples), 'c').castTo(DataType.DOUBLE);
    }
}
