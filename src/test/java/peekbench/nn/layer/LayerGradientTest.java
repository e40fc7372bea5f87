package peekbench.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** Every layer's gradients against central differences in float64, and its float32 kernel against the float64 one. */
class LayerGradientTest {
    private static final int EXAMPLES = 3;
    private static final double STEP = 1e-6;

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of("thin convolution", new Convolution(3, 3, 1, 1), Shape.of(2, 5, 6)),
                Arguments.of("strided convolution", new Convolution(3, 3, 2, 1), Shape.of(2, 7, 6)),
                Arguments.of("convolution to one map", new Convolution(1, 3, 1, 1), Shape.of(8, 5, 6)),
                Arguments.of("convolution to two maps, no padding", new Convolution(2, 3, 1, 0), Shape.of(6, 5, 6)),
                Arguments.of("thick convolution", new Convolution(8, 5, 1, 2), Shape.of(8, 6, 6)),
                Arguments.of("convolution on small maps", new Convolution(6, 3, 1, 1), Shape.of(5, 2, 2)),
                Arguments.of(
                        "strided convolution to small maps", new Convolution(6, 3, 2, 1, false), Shape.of(5, 3, 4)),
                Arguments.of("convolution 1x1, padded, many maps", new Convolution(9, 1, 1, 1), Shape.of(7, 3, 4)),
                Arguments.of("transposed convolution 4x4", new TransposedConvolution(3, 4, 2, 1), Shape.of(2, 4, 3)),
                Arguments.of("transposed convolution 2x2", new TransposedConvolution(2, 2, 2, 0), Shape.of(3, 3, 4)),
                Arguments.of("transposed convolution x3", new TransposedConvolution(2, 5, 3, 1), Shape.of(2, 3, 2)),
                Arguments.of("pooling", new MaxPooling(2, 2), Shape.of(2, 5, 6)),
                Arguments.of("overlapping pooling", new MaxPooling(3, 2), Shape.of(2, 7, 7)),
                Arguments.of("dense", new Dense(4), Shape.of(7)),
                Arguments.of("relu", Activation.RELU, Shape.of(2, 3, 3)),
                Arguments.of("sigmoid", Activation.SIGMOID, Shape.of(5)),
                Arguments.of("tanh", Activation.TANH, Shape.of(5)),
                Arguments.of("thin convolution, no bias", new Convolution(3, 3, 1, 1, false), Shape.of(2, 5, 6)),
                Arguments.of("convolution to one map, no bias", new Convolution(1, 3, 1, 1, false), Shape.of(8, 5, 6)),
                Arguments.of("thick convolution, no bias", new Convolution(8, 3, 2, 1, false), Shape.of(8, 6, 6)),
                Arguments.of(
                        "convolution, padded by its kernel", new Convolution(6, 1, 1, 1, false), Shape.of(5, 3, 4)),
                Arguments.of("padded pooling", new MaxPooling(3, 2, 1), Shape.of(2, 7, 6)),
                Arguments.of("average pooling", new AveragePooling(2, 2), Shape.of(2, 5, 6)),
                Arguments.of("overlapping average pooling", new AveragePooling(3, 2), Shape.of(2, 7, 6)),
                Arguments.of("global average pooling", new GlobalAveragePooling(), Shape.of(3, 4, 5)),
                Arguments.of("leaky relu", new LeakyRelu(.1), Shape.of(2, 3, 3)),
                Arguments.of("batch normalisation of images", new BatchNormalization(), Shape.of(2, 3, 5)),
                Arguments.of("batch normalisation of vectors", new BatchNormalization(), Shape.of(4)),
                Arguments.of("rows of one channel", new RowSequence(), Shape.of(1, 3, 4)),
                Arguments.of("rows of colour images", new RowSequence(), Shape.of(3, 2, 4)),
                Arguments.of("steps of a vector", new RowSequence(), Shape.of(4)),
                Arguments.of("lstm", new Lstm(3), Shape.of(4, 2)),
                Arguments.of("gru", new Gru(3), Shape.of(4, 2)),
                Arguments.of("identity shortcut", new IdentityShortcut(5, 2), Shape.of(3, 5, 4)),
                Arguments.of("last state", new LastState(), Shape.of(4, 2)),
                Arguments.of("residual identity", block(1, List.of()), Shape.of(5, 3, 4)),
                Arguments.of("residual projection", block(2, List.of(PROJECTION)), Shape.of(3, 5, 4)),
                Arguments.of("residual without activation", LINEAR_BLOCK, Shape.of(3, 2, 2)),
                Arguments.of("members side by side", MEMBERS, MEMBERS.joinedInput()),
                Arguments.of("repeated input", new Repeat(3), Shape.of(2, 2, 3)),
                Arguments.of("mean of vectors", new Mean(3), Shape.of(12)));
    }

    private static final NamedLayer PROJECTION = new NamedLayer("conv", new Convolution(5, 1, 2, 0, false));

    /** Its first layers pass arrays on or could compute in place, which nothing may do that both paths read. */
    private static final Residual LINEAR_BLOCK = new Residual(
            List.of(
                    new NamedLayer("relu", Activation.RELU),
                    new NamedLayer("flatten", new Flatten()),
                    new NamedLayer("reshape", new Reshape(Shape.of(3, 2, 2)))),
            List.of(new NamedLayer("relu", Activation.RELU)),
            Optional.empty());

    /** The first layer computes in place where it may, and the second passes arrays on. */
    private static final SideBySide MEMBERS = new SideBySide(
            List.of(
                    new NamedLayer("relu", Activation.RELU),
                    new NamedLayer("conv", new Convolution(3, 3, 1, 1)),
                    new NamedLayer("norm", new BatchNormalization())),
            Shape.of(2, 3, 4),
            3);

    private static Residual block(int stride, List<NamedLayer> shortcut) {
        return new Residual(
                List.of(
                        new NamedLayer("conv1", new Convolution(5, 3, stride, 1, false)),
                        new NamedLayer("norm1", new BatchNormalization()),
                        new NamedLayer("relu1", Activation.RELU),
                        new NamedLayer("conv2", new Convolution(5, 3, 1, 1))),
                shortcut,
                Optional.of(Activation.RELU));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void gradientsAgreeWithCentralDifferences(String name, LayerSpec specification, Shape input) {
        Segment segment = segment(specification, input, Precision.FLOAT64);
        INDArray x = random(input, Precision.FLOAT64, "input");
        INDArray direction = random(segment.outputShape(), Precision.FLOAT64, "direction");

        segment.forward(x);
        INDArray inputGradient = segment.backward(direction.dup()).dup();

        assertGradient(segment, x, direction, x, inputGradient);
        assertGradient(
                segment, x, direction, segment.parameters(), segment.gradients().dup());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void singlePrecisionKernelAgreesWithDouble(String name, LayerSpec specification, Shape input) {
        Segment fine = segment(specification, input, Precision.FLOAT64);
        Segment coarse = segment(specification, input, Precision.FLOAT32);
        coarse.parameters().assign(fine.parameters());
        INDArray x = random(input, Precision.FLOAT64, "input");
        INDArray direction = random(fine.outputShape(), Precision.FLOAT64, "direction");
        INDArray single = x.castTo(Precision.FLOAT32.dataType());

        assertClose(coarse.predict(single), fine.predict(x));
        assertClose(coarse.forward(single), fine.forward(x));
        assertClose(coarse.backward(direction.castTo(Precision.FLOAT32.dataType())), fine.backward(direction.dup()));
        if (fine.parameterCount() > 0) {
            assertClose(coarse.gradients(), fine.gradients());
        }
    }

    private static Segment segment(LayerSpec specification, Shape input, Precision precision) {
        return Segment.create(List.of(new NamedLayer("layer", specification)), input, precision, Seed.of(5));
    }

    private static void assertGradient(
            Segment segment, INDArray x, INDArray direction, INDArray variable, INDArray gradient) {
        for (long i = 0; i < variable.length(); i++) {
            double value = variable.getDouble(i);
            variable.putScalar(i, value + STEP);
            double above = segment.forward(x).mul(direction).sumNumber().doubleValue();
            variable.putScalar(i, value - STEP);
            double below = segment.forward(x).mul(direction).sumNumber().doubleValue();
            variable.putScalar(i, value);
            assertThat(gradient.getDouble(i)).as("number %d", i).isCloseTo((above - below) / (2 * STEP), within(1e-6));
        }
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double[] numbers = actual.dup('c').data().asDouble();
        double[] wanted = expected.dup('c').data().asDouble();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).as("number %d", i).isCloseTo(wanted[i], within(2e-5));
        }
    }

    private static INDArray random(Shape shape, Precision precision, String name) {
        RandomGenerator generator = Seed.of(9).child(name).generator();
        double[] numbers =
                generator.doubles((long) EXAMPLES * shape.length(), -1, 1).toArray();
        return Nd4j.createFromArray(numbers).castTo(precision.dataType()).reshape('c', shape.withBatch(EXAMPLES));
    }
}
