package peekbench.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** Layers against PyTorch's values in float64: outputs, gradients, running statistics and predictions. */
class LayerReferenceTest {
    private static final double TOLERANCE = 1e-9;

    static Stream<Arguments> layers() {
        NamedLayer norm = new NamedLayer("norm1", new BatchNormalization());
        List<NamedLayer> identityPath = List.of(
                new NamedLayer("conv1", new Convolution(4, 3, 1, 1, false)),
                norm,
                new NamedLayer("relu1", Activation.RELU),
                new NamedLayer("conv2", new Convolution(4, 3, 1, 1, false)),
                new NamedLayer("norm2", new BatchNormalization()));
        List<NamedLayer> smallerPath = List.of(
                new NamedLayer("conv1", new Convolution(4, 3, 2, 1, false)),
                norm,
                new NamedLayer("relu1", Activation.RELU),
                new NamedLayer("conv2", new Convolution(4, 3, 1, 1, false)),
                new NamedLayer("norm2", new BatchNormalization()));
        List<NamedLayer> shortcut = List.of(new NamedLayer("conv", new Convolution(4, 1, 2, 0, false)), norm);
        return Stream.of(
                Arguments.of("batch-normalization-images", new BatchNormalization()),
                Arguments.of("batch-normalization-vectors", new BatchNormalization()),
                Arguments.of("lstm", new Lstm(6)),
                Arguments.of("gru", new Gru(6)),
                Arguments.of("residual-projection", new Residual(smallerPath, shortcut, Optional.of(Activation.RELU))),
                Arguments.of("residual-identity", new Residual(identityPath, List.of(), Optional.of(Activation.RELU))),
                Arguments.of("average-pooling", new AveragePooling(3, 2)),
                Arguments.of("global-average-pooling", new GlobalAveragePooling()),
                Arguments.of("max-pooling-padded", new MaxPooling(3, 2, 1)),
                Arguments.of("leaky-relu", new LeakyRelu(.1)),
                Arguments.of("convolution-1x1-padded", new Convolution(2, 1, 1, 1, false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void layersFollowTheReference(String name, LayerSpec specification) throws IOException {
        JsonNode reference = reference(name);
        int examples = reference.get("examples").asInt();
        Shape input = shape(reference.get("inputShape"));
        Segment segment =
                Segment.create(List.of(new NamedLayer("layer", specification)), input, Precision.FLOAT64, Seed.of(1));
        assertThat(segment.outputShape()).isEqualTo(shape(reference.get("outputShape")));
        fill(segment.parameters(), reference.get("parameters"));
        fill(segment.buffers(), reference.get("buffers"));
        INDArray x = tensor(reference.get("input")).reshape('c', input.withBatch(examples));
        INDArray direction = tensor(reference.get("outputGradient"))
                .reshape('c', segment.outputShape().withBatch(examples));

        for (int pass = 1; pass < reference.get("passes").asInt(); pass++) {
            segment.forward(x);
        }
        assertClose(segment.forward(x), reference.get("output"));
        assertClose(segment.backward(direction), reference.get("inputGradient"));
        assertClose(segment.gradients(), reference.get("parameterGradients"));
        assertClose(segment.buffers(), reference.get("buffersAfter"));
        assertClose(segment.predict(x), reference.get("prediction"));
        assertClose(segment.buffers(), reference.get("buffersAfter"));
    }

    private static JsonNode reference(String name) throws IOException {
        try (InputStream in = LayerReferenceTest.class.getResourceAsStream("/reference/layers.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .filter(one -> one.get("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Shape shape(JsonNode sizes) {
        return new Shape(StreamSupport.stream(sizes.spliterator(), false)
                .map(JsonNode::asLong)
                .toList());
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static INDArray tensor(JsonNode list) {
        return Nd4j.createFromArray(numbers(list));
    }

    private static void fill(INDArray target, JsonNode list) {
        assertThat(target.length()).isEqualTo(list.size());
        if (!list.isEmpty()) {
            target.assign(tensor(list));
        }
    }

    private static void assertClose(INDArray actual, JsonNode expected) {
        double[] wanted = numbers(expected);
        assertThat(actual.length()).isEqualTo(wanted.length);
        double[] numbers = wanted.length == 0 ? wanted : actual.dup('c').data().asDouble();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(numbers[i]).as("number %d", i).isCloseTo(wanted[i], within(TOLERANCE));
        }
    }
}
