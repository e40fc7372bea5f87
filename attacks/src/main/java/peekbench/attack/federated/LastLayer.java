package peekbench.attack.federated;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.threat.view.UpdatesView;

/**
 * The last layer of a classifier, whose gradient reveals labels: that of its biases is {@code mean(p - y)}, the predicted
 * less the true share of each class; that of its weights is weighted by the layer's inputs.
 *
 * @param classes how many outputs it has
 */
record LastLayer(int classes) {

    /**
     * The last layer of the clients' network.
     *
     * @throws ConfigurationException when the network is no classifier that ends in a dense layer
     */
    static LastLayer of(UpdatesView view, String attack) {
        List<NamedLayer> layers = view.layers();
        NamedLayer last = layers.get(layers.size() - 1);
        if (view.loss() != LossFunction.CROSS_ENTROPY || !(last.spec() instanceof Dense dense)) {
            throw new ConfigurationException(
                    "The attack (" + attack + ") reads labels off the last layer of a classifier, a"
                            + " dense one trained on cross-entropy; this network ends in (" + last.name()
                            + ") and is trained on ("
                            + view.loss() + "). Choose data with classes and a model that ends in a dense layer.");
        }
        return new LastLayer(dense.outputs());
    }

    /** The gradient of the biases {@code [classes]} in that of all parameters {@code [P]}. */
    double[] biases(INDArray gradient) {
        return gradient.get(NDArrayIndex.interval(gradient.length() - classes, gradient.length()))
                .dup()
                .data()
                .asDouble();
    }

    /**
     * Sums over the layer's inputs of the gradient of the weights {@code [classes]}.
     *
     * @param inputs how many inputs the layer has
     */
    double[] weightSums(INDArray gradient, int inputs) {
        long end = gradient.length() - classes;
        return gradient.get(NDArrayIndex.interval(end - (long) inputs * classes, end))
                .dup()
                .reshape('c', inputs, classes)
                .sum(0)
                .toDoubleVector();
    }
}
