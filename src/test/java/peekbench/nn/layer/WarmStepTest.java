package peekbench.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** What a layer takes of the heap and of native memory in a training pass that is not its first. */
class WarmStepTest {
    private static final int EXAMPLES = 16;
    private static final int PASSES = 20;

    /** For the small objects that a native call is made with; no array of a batch or of an image is so small. */
    private static final long BYTES_A_PASS = 60_000;

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of(new Convolution(8, 3, 1, 1), Shape.of(3, 32, 32)),
                Arguments.of(new Convolution(1, 3, 1, 1), Shape.of(16, 28, 28)),
                Arguments.of(new Convolution(16, 3, 1, 1), Shape.of(16, 28, 28)),
                Arguments.of(new Convolution(192, 3, 1, 1), Shape.of(96, 2, 2)),
                Arguments.of(new TransposedConvolution(16, 4, 2, 1), Shape.of(6, 14, 14)),
                Arguments.of(new BatchNormalization(), Shape.of(16, 28, 28)),
                Arguments.of(new LeakyRelu(.1), Shape.of(16, 28, 28)),
                Arguments.of(Activation.RELU, Shape.of(16, 28, 28)),
                Arguments.of(Activation.SIGMOID, Shape.of(16, 28, 28)),
                Arguments.of(new Dropout(.5), Shape.of(16, 28, 28)),
                Arguments.of(new MaxPooling(2, 2), Shape.of(16, 28, 28)),
                Arguments.of(new MaxPooling(3, 2, 1), Shape.of(16, 28, 28)),
                Arguments.of(new AveragePooling(2, 2), Shape.of(16, 28, 28)),
                Arguments.of(new Dense(100), Shape.of(784)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aWarmPassTakesNoMemory(LayerSpec specification, Shape input) {
        Segment segment =
                Segment.create(List.of(new NamedLayer("layer", specification)), input, Precision.FLOAT32, Seed.of(1));
        long[] shape = input.withBatch(EXAMPLES);
        INDArray x = Nd4j.linspace(-1, 1, (long) EXAMPLES * input.length(), Precision.FLOAT32.dataType())
                .reshape('c', shape);
        INDArray gradient =
                Nd4j.ones(Precision.FLOAT32.dataType(), segment.outputShape().withBatch(EXAMPLES));
        INDArray output = segment.forward(x);
        INDArray first = output.dup();
        INDArray inputGradient = segment.backward(gradient);
        assertThat(output.data()).as("output").isNotSameAs(x.data());
        for (int pass = 0; pass < PASSES; pass++) {
            segment.forward(x);
            segment.backward(gradient);
        }
        if (!(specification instanceof Dropout)) { // the first pass computes what all do
            assertThat(output.data().asFloat()).isEqualTo(first.data().asFloat());
            assertThat(first.maxNumber().doubleValue()).isPositive();
        }

        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long heap = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        long nativeBytes = Pointer.totalBytes();
        for (int pass = 0; pass < PASSES; pass++) {
            assertThat(segment.forward(x)).isSameAs(output);
            assertThat(segment.backward(gradient)).isSameAs(inputGradient);
        }
        assertThat((thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - heap) / PASSES)
                .as("bytes of the heap a pass")
                .isLessThan(BYTES_A_PASS);
        assertThat(Pointer.totalBytes() - nativeBytes)
                .as("bytes of native memory")
                .isLessThanOrEqualTo(0);
    }
}
