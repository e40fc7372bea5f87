package peekbench.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import peekbench.nn.array.Shape;

/** Networks that cannot be cut or trained here: the message names the layer and what to do. */
class RefusedNetworksTest {
    @TempDir
    Path folder;

    private DeepLearning4jModel model(Model network) {
        return new DeepLearning4jModel(Judge.written(network, folder).toString(), InitialWeights.KEPT);
    }

    private static DenseLayer.Builder dense() {
        return new DenseLayer.Builder().name("hidden").nOut(5);
    }

    private static MultiLayerNetwork ending(Layer... layers) {
        var list = Networks.builder(DataType.FLOAT).list();
        Stream.of(layers).forEach(list::layer);
        MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(InputType.feedForward(4))
                .validateOutputLayerConfig(false)
                .build());
        network.init();
        return network;
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(
                        ending(dense().build()),
                        List.of("(hidden)", "is the last layer and has no loss", "OutputLayer")),
                Arguments.of(
                        ending(Networks.output(), dense().build()),
                        List.of("(output)", "has a loss but is not the last layer", "DenseLayer")),
                Arguments.of(
                        ending(new OutputLayer.Builder(LossFunction.XENT)
                                .name("output")
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build()),
                        List.of("(output)", "LossBinaryXENT on ActivationSigmoid", "two outputs and softmax")),
                Arguments.of(
                        ending(dense().dropOut(new GaussianDropout(.1)).build(), Networks.output()),
                        List.of("(hidden)", "GaussianDropout", "Use Dropout")),
                Arguments.of(
                        ending(new FrozenLayer(dense().build()), Networks.output()),
                        List.of("is frozen", "Unfreeze it")),
                Arguments.of(
                        ending(
                                new BatchNormalization.Builder()
                                        .name("norm")
                                        .lockGammaBeta(true)
                                        .build(),
                                Networks.output()),
                        List.of("(norm)", "lockGammaBeta")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("networks")
    void aNetworkIsRefusedByItsLayer(Model network, List<String> parts) {
        DeepLearning4jModel model = model(network);

        assertThatThrownBy(model::cuts)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void oneLabelForEachStepIsRefused() {
        MultiLayerNetwork network = new MultiLayerNetwork(Networks.builder(DataType.FLOAT)
                .list()
                .layer(new LSTM.Builder().nOut(3).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .name("labels")
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(4, 6))
                .build());
        network.init();
        DeepLearning4jModel model = model(network);

        assertThatThrownBy(model::cuts)
                .hasMessageContaining("The layer (labels)")
                .hasMessageContaining("is a RnnOutputLayer, whose loss cannot be computed here");
    }

    @Test
    void dataThatDoNotFitNameLayerAndSize() {
        DeepLearning4jModel model = model(Networks.of(
                DataType.FLOAT,
                Networks.images(),
                new ConvolutionLayer.Builder(3, 3)
                        .name("conv")
                        .nOut(4)
                        .activation(Activation.RELU)
                        .build()));

        assertThatThrownBy(() -> model.architecture(Shape.of(1, 8, 8), Networks.CLASSES))
                .hasMessageContaining("(conv")
                .hasMessageContaining("takes 5 channels; it gets (1x8x8)");
        assertThatThrownBy(() -> model.architecture(Shape.of(5, 8, 8), 10))
                .hasMessageContaining("gives (3)")
                .hasMessageContaining("the data need (10)")
                .hasMessageContaining("nOut of 10");
        assertThatThrownBy(() -> model.architecture(Shape.of(5, 9, 9), Networks.CLASSES))
                .hasMessageContaining("takes 144 numbers; it gets (196)");
        assertThatThrownBy(() ->
                        model.architecture(Shape.of(5, 8, 8), Networks.CLASSES).front("conv2"))
                .hasMessageContaining("The cut (conv2) is not in model (deeplearning4j)")
                .hasMessageContaining("conv-linear, conv");
    }

    @Test
    void aZipThatChangedIsRefused() {
        MultiLayerNetwork network = Networks.of(DataType.FLOAT, InputType.feedForward(4), dense().build());
        DeepLearning4jModel known = model(network);
        network.params().addi(1);
        Judge.written(network, folder);

        assertThatThrownBy(() -> new DeepLearning4jModel(known.file(), known.weights(), known.sha256()))
                .hasMessageContaining("it was changed since");
        assertThat(new DeepLearning4jModel(known.file(), known.weights(), Optional.empty()).sha256())
                .isNotEqualTo(known.sha256());
    }
}
