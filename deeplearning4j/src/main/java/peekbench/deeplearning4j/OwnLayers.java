package peekbench.deeplearning4j;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.AveragePooling;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.LeakyRelu;
import peekbench.nn.layer.Lstm;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.layer.Reshape;
import peekbench.nn.layer.TransposedConvolution;

/** Layers of ours as DeepLearning4J's. */
final class OwnLayers {
    private OwnLayers() {}

    /** The same layer there; empty where there is none. */
    static Optional<Layer> of(LayerSpec spec, Shape input) {
        if (spec instanceof Convolution layer) {
            return Optional.of(new ConvolutionLayer.Builder(layer.kernel(), layer.kernel())
                    .nIn(input.size(0))
                    .nOut(layer.outputChannels())
                    .stride(layer.stride(), layer.stride())
                    .padding(layer.padding(), layer.padding())
                    .convolutionMode(ConvolutionMode.Truncate)
                    .hasBias(layer.bias())
                    .activation(new ActivationIdentity())
                    .build());
        }
        if (spec instanceof TransposedConvolution layer) {
            return Optional.of(new Deconvolution2D.Builder(layer.kernel(), layer.kernel())
                    .nIn(input.size(0))
                    .nOut(layer.outputChannels())
                    .stride(layer.stride(), layer.stride())
                    .padding(layer.padding(), layer.padding())
                    .convolutionMode(ConvolutionMode.Truncate)
                    .activation(new ActivationIdentity())
                    .build());
        }
        if (spec instanceof Dense layer) {
            return Optional.of(new DenseLayer.Builder()
                    .nIn(input.size(0))
                    .nOut(layer.outputs())
                    .activation(new ActivationIdentity())
                    .build());
        }
        if (spec instanceof Lstm layer) {
            return Optional.of(new LSTM.Builder()
                    .nIn(input.size(1))
                    .nOut(layer.units())
                    .activation(new ActivationTanH())
                    .gateActivationFunction(new ActivationSigmoid())
                    .build());
        }
        if (spec instanceof peekbench.nn.layer.BatchNormalization layer) {
            return Optional.of(new BatchNormalization.Builder()
                    .nIn(input.size(0))
                    .nOut(input.size(0))
                    .eps(layer.epsilon())
                    .decay(1 - layer.momentum())
                    .useLogStd(false)
                    .build());
        }
        return withoutWeights(spec);
    }

    private static Optional<Layer> withoutWeights(LayerSpec spec) {
        if (spec instanceof MaxPooling layer) {
            return Optional.of(pooling(
                    SubsamplingLayer.PoolingType.MAX,
                    layer.kernel(),
                    layer.stride().orElse(layer.kernel()),
                    layer.padding()));
        }
        if (spec instanceof AveragePooling layer) {
            return Optional.of(pooling(
                    SubsamplingLayer.PoolingType.AVG,
                    layer.kernel(),
                    layer.stride().orElse(layer.kernel()),
                    0));
        }
        if (spec instanceof GlobalAveragePooling) {
            return Optional.of(new GlobalPoolingLayer(PoolingType.AVG));
        }
        if (spec instanceof peekbench.nn.layer.Dropout layer) {
            // DeepLearning4J's rate is that of the numbers which stay.
            return Optional.of(layer.rate() == 0 ? identity() : new DropoutLayer(new Dropout(1 - layer.rate())));
        }
        if (spec instanceof Flatten || spec instanceof Reshape) {
            return Optional.of(identity()); // behind a preprocessor that does it
        }
        return activation(spec).map(ActivationLayer::new);
    }

    private static Layer identity() {
        return new ActivationLayer(new ActivationIdentity());
    }

    private static Layer pooling(SubsamplingLayer.PoolingType type, int kernel, int stride, int padding) {
        return new SubsamplingLayer.Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .padding(padding, padding)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static Optional<IActivation> activation(LayerSpec spec) {
        if (spec instanceof Activation function) {
            return Optional.of(
                    switch (function) {
                        case RELU -> new ActivationReLU();
                        case SIGMOID -> new ActivationSigmoid();
                        case TANH -> new ActivationTanH();
                    });
        }
        return spec instanceof LeakyRelu leaky ? Optional.of(new ActivationLReLU(leaky.slope())) : Optional.empty();
    }
}
