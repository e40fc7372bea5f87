package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peekbench.nn.ArrayBits.bits;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.nn.layer.SideBySide;
import peekbench.seed.Seed;

/** Gradients through a network as it is used, not as it is trained. */
class SegmentInferenceTest {
    private static final Shape INPUT = Shape.of(2, 5, 5);
    private static final List<NamedLayer> BLOCK = List.of(
            new NamedLayer("conv", new Convolution(3, 3, 1, 1, false)),
            new NamedLayer("norm", new BatchNormalization()));
    private static final List<NamedLayer> LAYERS = List.of(
            new NamedLayer("block", new Residual(BLOCK, BLOCK, Optional.of(Activation.TANH))),
            new NamedLayer("dropout", new Dropout(.4)),
            new NamedLayer("pool", new GlobalAveragePooling()),
            new NamedLayer("members", new SideBySide(List.of(BLOCK.get(1)), Shape.of(1), 3)),
            new NamedLayer("fc", new Dense(2)));

    private final Segment trained = Segment.create(LAYERS, INPUT, Precision.FLOAT64, Seed.of(2));
    private final INDArray x = numbers("x");

    SegmentInferenceTest() {
        trained.forward(numbers("records"));
    }

    @Test
    void trainingPassesPredictAndLeaveTheStatistics() {
        Segment inference = trained.inferenceCopy();
        byte[] before = bits(trained.buffers());
        assertThat(bits(inference.forward(x))).isEqualTo(bits(trained.predict(x)));
        assertThat(bits(inference.copy().forward(x))).isEqualTo(bits(trained.predict(x)));
        assertThat(bits(inference.replica().forward(x))).isEqualTo(bits(trained.predict(x)));
        assertThat(bits(inference.buffers())).isEqualTo(before);
        assertThat(bits(trained.forward(x))).isNotEqualTo(bits(trained.predict(x)));
    }

    @Test
    void gradientsAreThoseOfThePrediction() {
        Segment inference = trained.inferenceCopy();
        INDArray output = inference.forward(x);
        INDArray ofInput = inference.backward(Nd4j.onesLike(output)).dup();
        for (int i : new int[] {0, 17, 60, 149}) {
            assertThat(ofInput.getDouble(i)).isCloseTo(difference(x, i), within(1e-8));
        }
        INDArray ofParameters = inference.gradients().dup();
        for (int i = 0; i < inference.parameterCount(); i += 7) {
            assertThat(ofParameters.getDouble(i)).isCloseTo(difference(trained.parameters(), i), within(1e-8));
        }
    }

    /** Of the sum of all outputs along one number. */
    private double difference(INDArray numbers, int place) {
        double step = 1e-5;
        double kept = numbers.getDouble(place);
        numbers.putScalar(place, kept + step);
        double above = trained.predict(x).sumNumber().doubleValue();
        numbers.putScalar(place, kept - step);
        double below = trained.predict(x).sumNumber().doubleValue();
        numbers.putScalar(place, kept);
        return (above - below) / (2 * step);
    }

    private static INDArray numbers(String name) {
        RandomGenerator generator = Seed.of(4).child(name).generator();
        double[] numbers = generator.doubles(3L * INPUT.length(), -1, 1).toArray();
        return Nd4j.create(numbers, INPUT.withBatch(3), 'c');
    }
}
