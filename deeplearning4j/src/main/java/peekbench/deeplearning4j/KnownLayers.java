package peekbench.deeplearning4j;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
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
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.LeakyRelu;
import peekbench.nn.layer.Lstm;
import peekbench.nn.layer.MaxPooling;

/**
 * Which layers of DeepLearning4J are layers of ours. What a layer computes before its activation is one of ours, and the
 * activation another.
 */
final class KnownLayers {
    private KnownLayers() {}

    /** What computes the same as a layer without its activation; empty where only DeepLearning4J can. */
    static Optional<Function<Shape, LayerSpec>> linear(Layer layer) {
        Class<?> kind = layer.getClass();
        if (kind == DenseLayer.class) {
            DenseLayer dense = (DenseLayer) layer;
            return when(dense.hasBias() && !dense.hasLayerNorm(), new Dense(Math.toIntExact(dense.getNOut())));
        }
        if (kind == OutputLayer.class) {
            OutputLayer output = (OutputLayer) layer;
            return when(output.hasBias(), new Dense(Math.toIntExact(output.getNOut())));
        }
        if (kind == ConvolutionLayer.class || kind == Convolution2D.class) {
            return convolution((ConvolutionLayer) layer).map(KnownLayers::always);
        }
        if (layer instanceof SubsamplingLayer pooling && !(layer instanceof Subsampling1DLayer)) {
            return pooling(pooling);
        }
        if (layer instanceof BatchNormalization norm) {
            return when(
                    !norm.isLockGammaBeta(),
                    new peekbench.nn.layer.BatchNormalization(norm.getEps(), 1 - norm.getDecay()));
        }
        if (layer instanceof GlobalPoolingLayer global
                && global.getPoolingType() == PoolingType.AVG
                && global.isCollapseDimensions()) {
            return Optional.of(shape -> new GlobalAveragePooling());
        }
        if (kind == LSTM.class) {
            LSTM lstm = (LSTM) layer;
            boolean usual = lstm.getActivationFn() instanceof ActivationTanH
                    && lstm.getGateActivationFn() instanceof ActivationSigmoid;
            return when(usual, new Lstm(Math.toIntExact(lstm.getNOut())));
        }
        return Optional.empty();
    }

    private static Optional<Function<Shape, LayerSpec>> when(boolean same, LayerSpec spec) {
        return same ? Optional.of(always(spec)) : Optional.empty();
    }

    private static Function<Shape, LayerSpec> always(LayerSpec spec) {
        return shape -> spec;
    }

    private static Optional<LayerSpec> convolution(ConvolutionLayer layer) {
        int kernel = layer.getKernelSize()[0];
        int stride = layer.getStride()[0];
        boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
        int padding = same ? (kernel - 1) / 2 : layer.getPadding()[0];
        boolean known = isSquare(layer.getKernelSize(), layer.getStride(), layer.getPadding())
                && List.of(layer.getDilation()[0], layer.getDilation()[1]).equals(List.of(1, 1))
                && layer.getConvolutionMode() != ConvolutionMode.Causal
                && (!same || (stride == 1 && kernel % 2 == 1))
                && padding <= kernel;
        return known
                ? Optional.of(
                        new Convolution(Math.toIntExact(layer.getNOut()), kernel, stride, padding, layer.hasBias()))
                : Optional.empty();
    }

    private static Optional<Function<Shape, LayerSpec>> pooling(SubsamplingLayer layer) {
        int kernel = layer.getKernelSize()[0];
        int stride = layer.getStride()[0];
        int padding = layer.getPadding()[0];
        boolean square = isSquare(layer.getKernelSize(), layer.getStride(), layer.getPadding())
                && layer.getDilation()[0] == 1
                && layer.getDilation()[1] == 1;
        boolean truncating = layer.getConvolutionMode() != ConvolutionMode.Same
                && layer.getConvolutionMode() != ConvolutionMode.Causal;
        if (square && truncating && layer.getPoolingType() == PoolingType.MAX && padding <= kernel / 2) {
            return Optional.of(shape -> new MaxPooling(kernel, stride, padding));
        }
        if (square && truncating && layer.getPoolingType() == PoolingType.AVG && padding == 0) {
            return Optional.of(shape -> new AveragePooling(kernel, stride));
        }
        return Optional.empty();
    }

    private static boolean isSquare(int[]... sizes) {
        for (int[] size : sizes) {
            if (size[0] != size[1]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a function changes nothing. */
    static boolean isIdentity(IActivation function) {
        return function instanceof ActivationIdentity;
    }

    /** Our own layer for a function; empty where only DeepLearning4J computes it. */
    static Optional<LayerSpec> activation(IActivation function) {
        if (function instanceof ActivationReLU) {
            return Optional.of(Activation.RELU);
        }
        if (function instanceof ActivationSigmoid) {
            return Optional.of(Activation.SIGMOID);
        }
        if (function instanceof ActivationTanH) {
            return Optional.of(Activation.TANH);
        }
        if (function instanceof ActivationLReLU leaky && leaky.getAlpha() >= 0 && leaky.getAlpha() <= 1) {
            return Optional.of(new LeakyRelu(leaky.getAlpha()));
        }
        return Optional.empty();
    }
}
