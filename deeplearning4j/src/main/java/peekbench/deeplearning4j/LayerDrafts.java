package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.GivenWeights;
import peekbench.nn.layer.LastState;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.Reshape;
import peekbench.problem.ConfigurationException;

/**
 * Our layers for one of DeepLearning4J's, which is up to four things: what brings its input into form ({@code NAME-input}), a
 * dropout of its input ({@code NAME-dropout}), what it computes ({@code NAME-linear}, or {@code NAME} where nothing follows), and its
 * activation ({@code NAME}).
 */
final class LayerDrafts {
    private final NetworkFile network;
    private final LayerNames names;

    LayerDrafts(NetworkFile network, LayerNames names) {
        this.network = network;
        this.names = names;
    }

    /** Those of a layer, in order; none for a layer that is nothing but a loss. */
    List<Draft> of(Vertex vertex) {
        LayerVertex layerVertex = (LayerVertex) vertex.configuration();
        Layer layer = layerVertex.getLayerConf().getLayer();
        List<Draft> drafts = new ArrayList<>();
        Optional<InputPreProcessor> other = preparation(vertex, layerVertex, drafts);
        dropout(layer.getIDropout())
                .ifPresent(spec -> drafts.add(Draft.of(
                        layer instanceof DropoutLayer ? names.of(vertex) : names.within(vertex, "dropout"), spec)));
        if (layer instanceof DropoutLayer || layer instanceof LossLayer) {
            return drafts;
        }
        Optional<Function<Shape, LayerSpec>> linear = other.isPresent() ? Optional.empty() : linear(layer);
        Optional<IActivation> function = activation(layer);
        if (layer instanceof ActivationLayer) {
            function.ifPresent(found -> drafts.add(activation(vertex, found)));
        } else if (linear.isPresent()) {
            boolean lastStep = layer instanceof LastTimeStep;
            String name = lastStep
                    ? names.within(vertex, "steps")
                    : function.isPresent() ? names.within(vertex, "linear") : names.of(vertex);
            drafts.add(
                    new Draft(name, shape -> known(vertex, layer, linear.get().apply(shape), shape)));
            if (lastStep) {
                drafts.add(Draft.of(names.of(vertex), new LastState()));
            }
            function.ifPresent(found -> drafts.add(activation(vertex, found)));
        } else {
            drafts.add(foreign(vertex, layerVertex, other));
        }
        return drafts;
    }

    /** Notes what forms the input where that is one of our layers; gives what only DeepLearning4J can do. */
    private Optional<InputPreProcessor> preparation(Vertex vertex, LayerVertex layerVertex, List<Draft> drafts) {
        InputPreProcessor preprocessor = layerVertex.getPreProcessor();
        if (preprocessor == null || preprocessor instanceof RnnToFeedForwardPreProcessor) {
            return Optional.empty(); // the second stands only behind a global pooling, where it does nothing
        }
        if (preprocessor.getClass() == CnnToFeedForwardPreProcessor.class) {
            drafts.add(Draft.of(names.within(vertex, "input"), new Flatten()));
            return Optional.empty();
        }
        if (preprocessor.getClass() == FeedForwardToCnnPreProcessor.class) {
            FeedForwardToCnnPreProcessor image = (FeedForwardToCnnPreProcessor) preprocessor;
            drafts.add(Draft.of(
                    names.within(vertex, "input"),
                    new Reshape(Shape.of(image.getNumChannels(), image.getInputHeight(), image.getInputWidth()))));
            return Optional.empty();
        }
        return Optional.of(preprocessor);
    }

    private static Optional<LayerSpec> dropout(IDropout dropout) {
        double kept = dropout instanceof Dropout plain ? plain.getP() : 1;
        return kept > 0 && kept < 1
                ? Optional.of(new peekbench.nn.layer.Dropout(Math.min(1 - kept, peekbench.nn.layer.Dropout.HIGHEST)))
                : Optional.empty();
    }

    private static Optional<Function<Shape, LayerSpec>> linear(Layer layer) {
        if (layer instanceof LastTimeStep last) {
            return last.getUnderlying().getClass() == LSTM.class
                    ? KnownLayers.linear(last.getUnderlying())
                    : Optional.empty();
        }
        return KnownLayers.linear(layer);
    }

    /**
     * What follows the linear part. The output's is drawn into the loss, an LSTM's is inside it, and that of a batch
     * normalisation DeepLearning4J never computes, though it is configured wherever a network has a default.
     */
    private static Optional<IActivation> activation(Layer layer) {
        if (layer instanceof ActivationLayer only) {
            return Optional.of(only.getActivationFn());
        }
        boolean drawnIn = layer instanceof OutputLayer || layer instanceof LSTM || layer instanceof BatchNormalization;
        return layer instanceof BaseLayer base && !drawnIn
                ? Optional.ofNullable(base.getActivationFn()).filter(found -> !KnownLayers.isIdentity(found))
                : Optional.empty();
    }

    private Draft activation(Vertex vertex, IActivation function) {
        LayerSpec spec = KnownLayers.activation(function).orElseGet(() -> {
            NeuralNetConfiguration configuration = new NeuralNetConfiguration();
            configuration.setLayer(new ActivationLayer(function));
            return new DeepLearning4jLayer(configuration, Optional.empty());
        });
        return Draft.of(names.of(vertex), spec);
    }

    private LayerSpec known(Vertex vertex, Layer layer, LayerSpec spec, Shape input) {
        Layer sized = layer instanceof LastTimeStep last ? last.getUnderlying() : layer;
        if (layer instanceof GlobalPoolingLayer && !input.isImage()) {
            return new DeepLearning4jLayer(((LayerVertex) vertex.configuration()).getLayerConf(), Optional.empty());
        }
        if (sized instanceof FeedForwardLayer wanted && wanted.getNIn() > 0) {
            int found = input.rank() == 2 ? input.size(1) : input.size(0);
            if (found != wanted.getNIn() || (sized instanceof DenseLayer && input.rank() != 1)) {
                throw new ConfigurationException(
                        "DeepLearning4J's layer (" + vertex.name() + ") takes " + wanted.getNIn()
                                + (input.isImage() ? " channels" : " numbers") + "; it gets (" + input
                                + "). Use data of the size that the network was made for.");
            }
        }
        return WeightOrder.given(spec, sized, network.parameters(vertex));
    }

    /** Without its dropout, which is a layer of ours. */
    private Draft foreign(Vertex vertex, LayerVertex layerVertex, Optional<InputPreProcessor> preprocessor) {
        NeuralNetConfiguration configuration = layerVertex.getLayerConf().clone();
        configuration.getLayer().setIDropout(null);
        configuration.getLayer().setConstraints(null);
        if (configuration.getLayer() instanceof OutputLayer output) {
            configuration.setLayer(withoutLoss(output));
        }
        INDArray weights = network.flat(vertex);
        LayerSpec spec = new DeepLearning4jLayer(configuration, preprocessor);
        return Draft.of(names.of(vertex), weights.isEmpty() ? spec : new GivenWeights(spec, weights, Nd4j.empty()));
    }

    private static Layer withoutLoss(OutputLayer output) {
        return new DenseLayer.Builder()
                .nIn(output.getNIn())
                .nOut(output.getNOut())
                .hasBias(output.hasBias())
                .activation(new org.nd4j.linalg.activations.impl.ActivationIdentity())
                .weightInit(output.getWeightInitFn())
                .build();
    }
}
