package peekbench.deeplearning4j;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import peekbench.problem.ConfigurationException;

/** What of a network cannot be trained here: names the layer, says why, and what to do. */
final class Refusals {
    /** They change how many examples there are, so nothing could be cut inside. */
    private static final List<Class<? extends InputPreProcessor>> REGROUPING = List.of(
            RnnToFeedForwardPreProcessor.class,
            FeedForwardToRnnPreProcessor.class,
            CnnToRnnPreProcessor.class,
            RnnToCnnPreProcessor.class);

    private final String file;
    private final Map<String, Vertex> vertices;

    Refusals(NetworkFile network) {
        this.file = network.file();
        this.vertices = network.vertices().stream().collect(Collectors.toMap(Vertex::name, vertex -> vertex));
    }

    /** DeepLearning4J adds a preprocessor behind it that has nothing to do, since it says that it gives sequences. */
    private boolean followsGlobalPooling(Vertex vertex) {
        Vertex before = vertices.get(vertex.inputs().get(0));
        return before != null
                && before.configuration() instanceof LayerVertex layer
                && layer.getLayerConf().getLayer() instanceof GlobalPoolingLayer;
    }

    /** @param last whether it gives the network's output */
    void check(Vertex vertex, boolean last) {
        if (!(vertex.configuration() instanceof LayerVertex layerVertex)) {
            if (last) {
                throw refused(vertex, "gives the output but is no layer", "End with an OutputLayer or a LossLayer");
            }
            return;
        }
        Layer layer = layerVertex.getLayerConf().getLayer();
        if (layerVertex.getPreProcessor() != null
                && REGROUPING.contains(layerVertex.getPreProcessor().getClass())
                && !followsGlobalPooling(vertex)) {
            throw refused(
                    vertex,
                    "takes the steps of sequences for examples of their own ("
                            + layerVertex.getPreProcessor().getClass().getSimpleName()
                            + "), so that parties would disagree on what an example is",
                    "Put a LastTimeStep or a GlobalPoolingLayer behind the last recurrent layer");
        }
        randomness(vertex, layer);
        if (layer.getClass().getSimpleName().startsWith("Frozen")) {
            throw refused(vertex, "is frozen, and there is no training here that leaves layers alone", "Unfreeze it");
        }
        if (layer instanceof BatchNormalization norm && norm.isLockGammaBeta()) {
            throw refused(vertex, "locks gamma and beta", "Leave lockGammaBeta out");
        }
        boolean loss = layer instanceof BaseOutputLayer || isLoss(layer);
        if (loss && !last) {
            throw refused(
                    vertex,
                    "has a loss but is not the last layer; the one loss is at the end",
                    "Make it a DenseLayer, or end the network there");
        }
        if (!loss && last) {
            throw refused(
                    vertex,
                    "is the last layer and has no loss",
                    "End with an OutputLayer of softmax and MCXENT for classes, or of identity and MSE for numbers");
        }
        if (layer instanceof OutputLayer output) {
            checkLoss(vertex, output.getLossFn(), output.getActivationFn());
        } else if (layer instanceof LossLayer output) {
            checkLoss(vertex, output.getLossFn(), output.getActivationFn());
        } else if (loss) {
            throw refused(
                    vertex,
                    "is a " + layer.getClass().getSimpleName() + ", whose loss cannot be computed here",
                    "Use an OutputLayer or a LossLayer, which give one label for each example");
        }
    }

    private static boolean isLoss(Layer layer) {
        String kind = layer.getClass().getSimpleName();
        return layer instanceof LossLayer || kind.endsWith("LossLayer") || kind.equals("Yolo2OutputLayer");
    }

    private void randomness(Vertex vertex, Layer layer) {
        boolean noise = layer instanceof BaseLayer base
                && (base.getWeightNoise() != null || base.getActivationFn() instanceof ActivationRReLU);
        boolean otherDropout =
                layer.getIDropout() != null && layer.getIDropout().getClass() != Dropout.class;
        if (noise || otherDropout) {
            String what = otherDropout
                    ? layer.getIDropout().getClass().getSimpleName()
                    : "noise on its weights or activation";
            throw refused(
                    vertex,
                    "has " + what
                            + ", whose random numbers DeepLearning4J draws from a generator that all share, so that"
                            + " no seed would reproduce a trial",
                    "Use Dropout, or leave it out");
        }
        if (layer.getIDropout() instanceof Dropout dropout && dropout.getPSchedule() != null) {
            throw refused(vertex, "changes its dropout by a schedule", "Use one rate");
        }
    }

    private void checkLoss(Vertex vertex, ILossFunction loss, IActivation activation) {
        boolean classes = loss instanceof LossMCXENT entropy
                && entropy.getWeights() == null
                && activation instanceof ActivationSoftmax;
        boolean numbers =
                loss instanceof LossMSE error && error.getWeights() == null && activation instanceof ActivationIdentity;
        if (!classes && !numbers) {
            throw refused(
                    vertex,
                    "has the loss " + loss.getClass().getSimpleName() + " on "
                            + activation.getClass().getSimpleName()
                            + "; those that parties train on here are MCXENT or NEGATIVELOGLIKELIHOOD on softmax, and MSE"
                            + " on identity, without weights",
                    "Give a task of two classes two outputs and softmax");
        }
    }

    ConfigurationException refused(Vertex vertex, String why, String remedy) {
        return new ConfigurationException(
                "The layer (" + vertex.name() + ") of network (" + file + ") " + why + ". " + remedy + ".");
    }
}
