package peekbench.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;

/** DeepLearning4J 1.0.0-M2.1 as judge of graphs: where they are cut, and what they compute. */
class GraphTest {
    private static final Shape IMAGE = Shape.of(Networks.CHANNELS, Networks.SIDE, Networks.SIDE);

    @TempDir
    Path folder;

    private static ConvolutionLayer conv(int kernel, int outputs, Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(outputs)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aResidualBlockIsOneLayer(Precision precision) {
        ComputationGraph network = Networks.graph(
                precision.dataType(),
                Networks.images(),
                graph -> graph.addLayer("stem", conv(3, 4, Activation.RELU), "in")
                        .addLayer("left", conv(3, 4, Activation.IDENTITY), "stem")
                        .addLayer("norm", new BatchNormalization.Builder().build(), "left")
                        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm", "stem")
                        .addLayer("relu", new ActivationLayer(Activation.RELU), "sum")
                        .addLayer("output", Networks.output(), "relu"));

        Judge.agrees(network, IMAGE, precision, folder);
        assertThat(cuts()).containsExactly("stem-linear", "stem", "sum", "relu", "output-input");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void branchesOfAllKindsOfLayersAreOneLayer(Precision precision) {
        ComputationGraph network = Networks.graph(
                precision.dataType(),
                Networks.images(),
                graph -> graph.addLayer("one", conv(1, 3, Activation.RELU), "in")
                        .addLayer("three", conv(3, 4, Activation.TANH), "in")
                        .addLayer("three-norm", new BatchNormalization.Builder().build(), "three")
                        .addLayer(
                                "separable",
                                new SeparableConvolution2D.Builder(3, 3)
                                        .nOut(2)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .activation(Activation.ELU)
                                        .build(),
                                "one")
                        .addVertex("merged", new MergeVertex(), "one", "three-norm", "separable", "in")
                        .addLayer(
                                "pool",
                                new SubsamplingLayer.Builder()
                                        .kernelSize(2, 2)
                                        .stride(2, 2)
                                        .build(),
                                "merged")
                        .addLayer(
                                "dense",
                                new DenseLayer.Builder()
                                        .nOut(6)
                                        .activation(Activation.RELU)
                                        .build(),
                                "pool")
                        .addVertex("scaled", new ScaleVertex(2.5), "dense")
                        .addVertex("first", new SubsetVertex(0, 2), "scaled")
                        .addVertex("second", new SubsetVertex(3, 5), "scaled")
                        .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "first", "second")
                        .addVertex("normed", new L2NormalizeVertex(), "product")
                        .addLayer("output", Networks.output(), "normed"));

        Judge.agrees(network, IMAGE, precision, folder);
        assertThat(cuts())
                .containsExactly(
                        "merged", "pool", "dense-input", "dense-linear", "dense", "scaled", "product", "normed");
    }

    private Iterable<String> cuts() {
        return new DeepLearning4jModel(folder.resolve("net.zip").toString(), InitialWeights.KEPT).cuts();
    }
}
