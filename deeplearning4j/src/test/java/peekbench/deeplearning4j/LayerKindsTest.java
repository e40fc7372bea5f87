package peekbench.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;

/** DeepLearning4J 1.0.0-M2.1 as judge of every kind of layer, ours and those behind the adapter. */
class LayerKindsTest {
    private static final Shape IMAGE = Shape.of(Networks.CHANNELS, Networks.SIDE, Networks.SIDE);
    private static final int STEPS = 6;
    private static final int FEATURES = 4;

    @TempDir
    Path folder;

    static Stream<Arguments> imageLayers() {
        return Stream.of(
                kind("convolution", conv(3).build()),
                kind(
                        "convolution with padding and stride",
                        conv(3).padding(1, 1).stride(2, 2).build()),
                kind(
                        "convolution of the same size",
                        conv(3).convolutionMode(ConvolutionMode.Same).build()),
                kind(
                        "convolution of the same size, stride 2",
                        conv(3).convolutionMode(ConvolutionMode.Same)
                                .stride(2, 2)
                                .build()),
                kind("convolution without bias", conv(3).hasBias(false).build()),
                kind(
                        "convolution that is not square",
                        new ConvolutionLayer.Builder(3, 2).nOut(4).build()),
                kind("dilated convolution", conv(3).dilation(2, 2).build()),
                kind("convolution with elu", conv(3).activation(Activation.ELU).build()),
                kind(
                        "convolution with leaky relu",
                        conv(3).activation(new ActivationLReLU(.2)).build()),
                kind("max pooling", pool(SubsamplingLayer.PoolingType.MAX).build()),
                kind(
                        "max pooling with padding",
                        pool(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(3, 3)
                                .padding(1, 1)
                                .build()),
                kind(
                        "max pooling of the same size",
                        pool(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(3, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .build()),
                kind("average pooling", pool(SubsamplingLayer.PoolingType.AVG).build()),
                kind(
                        "average pooling with padding",
                        pool(SubsamplingLayer.PoolingType.AVG)
                                .kernelSize(3, 3)
                                .padding(1, 1)
                                .build()),
                kind(
                        "p-norm pooling",
                        pool(SubsamplingLayer.PoolingType.PNORM).pnorm(2).build()),
                kind("batch normalisation", conv(3).build(), new BatchNormalization.Builder().build()),
                kind(
                        "batch normalisation as in Keras",
                        new BatchNormalization.Builder().eps(1e-3).decay(.99).build()),
                kind(
                        "batch normalisation with log10 of deviations",
                        new BatchNormalization.Builder().useLogStd(true).build()),
                kind(
                        "batch normalisation with relu",
                        new BatchNormalization.Builder()
                                .activation(Activation.RELU)
                                .build()),
                kind("activation", conv(3).build(), new ActivationLayer(Activation.SIGMOID)),
                kind("activation swish", conv(3).build(), new ActivationLayer(Activation.SWISH)),
                kind("global average pooling", new GlobalPoolingLayer(PoolingType.AVG)),
                kind("global maximum pooling", new GlobalPoolingLayer(PoolingType.MAX)),
                kind("zero padding", new ZeroPaddingLayer.Builder(1, 2).build()),
                kind(
                        "separable convolution",
                        new SeparableConvolution2D.Builder(3, 3)
                                .nOut(6)
                                .activation(Activation.RELU)
                                .build()),
                kind(
                        "depthwise convolution",
                        new DepthwiseConvolution2D.Builder(3, 3)
                                .depthMultiplier(2)
                                .build()),
                kind(
                        "transposed convolution",
                        new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(3).build()),
                kind("upsampling", new Upsampling2D.Builder(2).build()),
                kind("local response normalisation", new LocalResponseNormalization.Builder().build()),
                kind(
                        "dense",
                        new DenseLayer.Builder()
                                .nOut(7)
                                .activation(Activation.TANH)
                                .build()),
                kind(
                        "dense without bias",
                        new DenseLayer.Builder().nOut(7).hasBias(false).build()),
                kind(
                        "dense with layer normalisation",
                        new DenseLayer.Builder().nOut(7).hasLayerNorm(true).build()),
                kind(
                        "batch normalisation of vectors",
                        new DenseLayer.Builder().nOut(7).build(),
                        new BatchNormalization.Builder().build()));
    }

    private static ConvolutionLayer.Builder conv(int kernel) {
        return new ConvolutionLayer.Builder(kernel, kernel).nOut(4).activation(Activation.RELU);
    }

    private static SubsamplingLayer.Builder pool(SubsamplingLayer.PoolingType type) {
        return new SubsamplingLayer.Builder(type).kernelSize(2, 2).stride(2, 2);
    }

    private static Arguments kind(String name, Layer... layers) {
        return Arguments.of(name, layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("imageLayers")
    void aLayerOnImagesAgreesInFloat64(String name, Layer... layers) {
        agrees(DataType.DOUBLE, Precision.FLOAT64, layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("imageLayers")
    void aLayerOnImagesAgreesInFloat32(String name, Layer... layers) {
        agrees(DataType.FLOAT, Precision.FLOAT32, layers);
    }

    private void agrees(DataType type, Precision precision, Layer... layers) {
        Model network = Networks.of(type, Networks.images(), layers);
        Judge.agrees(network, IMAGE, precision, folder);
    }

    static Stream<Arguments> sequenceLayers() {
        return Stream.of(
                kind(
                        "lstm and its last step",
                        new LastTimeStep(new LSTM.Builder().nOut(5).build())),
                kind(
                        "two lstm",
                        new LSTM.Builder().nOut(5).build(),
                        new LastTimeStep(new LSTM.Builder().nOut(3).build())),
                kind(
                        "lstm with relu",
                        new LastTimeStep(new LSTM.Builder()
                                .nOut(5)
                                .activation(Activation.RELU)
                                .build())),
                kind(
                        "simple recurrent",
                        new LastTimeStep(new SimpleRnn.Builder().nOut(5).build())),
                kind(
                        "lstm and global pooling",
                        new LSTM.Builder().nOut(5).build(),
                        new GlobalPoolingLayer(PoolingType.MAX)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequenceLayers")
    void aLayerOnSequencesAgrees(String name, Layer... layers) {
        Model network = Networks.of(DataType.DOUBLE, InputType.recurrent(FEATURES, STEPS), layers);
        Judge.agrees(network, Shape.of(STEPS, FEATURES), new long[] {4, FEATURES, STEPS}, Precision.FLOAT64, folder);
        assertThat(network.numParams()).isPositive();
    }
}
