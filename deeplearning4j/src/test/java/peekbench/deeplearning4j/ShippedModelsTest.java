package peekbench.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.Architecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.RowSequence;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.AdaSplitLeNet;
import peekbench.nn.model.AlexNet;
import peekbench.nn.model.GruNetwork;
import peekbench.nn.model.LeNet5;
import peekbench.nn.model.LstmNetwork;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.MultilayerPerceptron;
import peekbench.nn.model.ResNet20;
import peekbench.nn.model.Vgg11;
import peekbench.seed.Seed;

/** DeepLearning4J as judge of the networks of the catalogue: written, restored, and asked for the same. */
class ShippedModelsTest {
    private static final Shape GREY = Shape.of(1, 28, 28);
    private static final Shape COLOUR = Shape.of(3, 32, 32);

    @TempDir
    Path folder;

    static Stream<Arguments> quick() {
        return Stream.of(
                Arguments.of(new LeNet5(), GREY),
                Arguments.of(new AdaSplitLeNet(), COLOUR),
                Arguments.of(new MultilayerPerceptron(), GREY),
                Arguments.of(new LstmNetwork(8, 2), GREY),
                Arguments.of(new ResNet20(true), COLOUR));
    }

    static Stream<Arguments> large() {
        return Stream.of(Arguments.of(new AlexNet(.5), COLOUR), Arguments.of(new Vgg11(true, List.of(64), 0), COLOUR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quick")
    void deepLearning4jComputesTheSame(ModelOptions model, Shape input) throws IOException {
        agrees(model, input);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void deepLearning4jComputesTheSameInLargeNetworks(ModelOptions model, Shape input) throws IOException {
        agrees(model, input);
    }

    private void agrees(ModelOptions model, Shape input) throws IOException {
        Architecture network = model.architecture(input, Networks.CLASSES);
        Segment segment = Segment.create(withoutDropout(network.layers()), input, Precision.FLOAT64, Seed.of(5));
        INDArray inputs = Judge.batch(input, Precision.FLOAT64);
        segment.forward(inputs); // moves running statistics
        boolean sequences = network.layers().get(0).spec() instanceof RowSequence;
        INDArray there = sequences ? inputs.reshape(4, 28, 28).permute(0, 2, 1).dup('c') : inputs;
        Path file = folder.resolve("exported.zip");
        export(segment).write(file);
        Model restored = export(segment).network() instanceof MultiLayerNetwork
                ? MultiLayerNetwork.load(file.toFile(), false)
                : ComputationGraph.load(file.toFile(), false);

        INDArray outputs = restored instanceof MultiLayerNetwork layers
                ? layers.output(there)
                : ((ComputationGraph) restored).outputSingle(there);
        Judge.close(Transforms.softmax(segment.predict(inputs), true), outputs, 1e-9, "predictions");
        Judge.agrees(restored, sequences ? Shape.of(28, 28) : input, there.shape(), Precision.FLOAT64, folder);
    }

    /** Two generators would drop different numbers. */
    private static List<NamedLayer> withoutDropout(List<NamedLayer> layers) {
        return layers.stream()
                .filter(layer -> !(layer.spec() instanceof Dropout))
                .toList();
    }

    private static DeepLearning4jExport export(Segment segment) {
        return new DeepLearning4jExport(
                segment.layers(),
                segment.inputShape(),
                segment.precision(),
                segment.parameters(),
                segment.buffers(),
                Optional.of(LossFunction.CROSS_ENTROPY));
    }

    @Test
    void aLayerThatDeepLearning4jDoesNotHaveIsNamed() {
        Segment segment = Segment.create(
                new GruNetwork(8, 1).architecture(GREY, 2).layers(), GREY, Precision.FLOAT32, Seed.of(1));

        assertThatThrownBy(() -> export(segment).write(folder.resolve("gru.zip")))
                .hasMessageContaining("The layer (gru1) is a Gru, which DeepLearning4J has no layer for.")
                .hasMessageContaining("--npz");
    }

    @Test
    void eachPartOfASplitNetworkIsANetwork() throws IOException {
        Architecture network = new LeNet5().architecture(GREY, Networks.CLASSES);
        Segment client = Segment.create(network.front("pool1"), GREY, Precision.FLOAT32, Seed.of(5));
        Segment server = Segment.create(network.back("pool1"), client.outputShape(), Precision.FLOAT32, Seed.of(5));
        INDArray inputs = Judge.batch(GREY, Precision.FLOAT32);
        Path front = folder.resolve("client.zip");
        new DeepLearning4jExport(
                        client.layers(),
                        GREY,
                        Precision.FLOAT32,
                        client.parameters(),
                        client.buffers(),
                        Optional.empty())
                .write(front);
        Path back = folder.resolve("server.zip");
        export(server).write(back);

        INDArray smashed = MultiLayerNetwork.load(front.toFile(), false).output(inputs);
        INDArray outputs = MultiLayerNetwork.load(back.toFile(), false).output(smashed);

        Judge.close(smashed, client.predict(inputs), 1e-5, "smashed data");
        Judge.close(outputs, Transforms.softmax(server.predict(client.predict(inputs)), true), 1e-5, "predictions");
        assertThat(outputs.shape()).containsExactly(4, Networks.CLASSES);
    }
}
