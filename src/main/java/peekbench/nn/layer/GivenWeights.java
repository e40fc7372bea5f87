package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * A layer that begins with given weights in place of drawn ones: that of a network which was trained before.
 *
 * @param layer what it is
 * @param parameters {@code [P]}, in the layer's own order, of any floating type; never written to
 * @param buffers {@code [B]}, likewise; empty where the layer has none
 */
public record GivenWeights(LayerSpec layer, INDArray parameters, INDArray buffers) implements LayerSpec {

    /** @throws ConfigurationException when the layer has another number of weights for such an input */
    @Override
    public Shape outputShape(Shape input) {
        Shape output = layer.outputShape(input);
        check("weights", parameters, layer.parameterCount(input), input);
        check("running statistics", buffers, layer.bufferCount(input), input);
        return output;
    }

    private static void check(String what, INDArray given, int needed, Shape input) {
        if (given.length() != needed) {
            throw new ConfigurationException("It has " + given.length() + " " + what + ", but needs " + needed
                    + " for an input of (" + input + "). Give it inputs of the size that it was trained on.");
        }
    }

    @Override
    public int parameterCount(Shape input) {
        return layer.parameterCount(input);
    }

    @Override
    public int bufferCount(Shape input) {
        return layer.bufferCount(input);
    }

    @Override
    public long forwardFlops(Shape input) {
        return layer.forwardFlops(input);
    }

    @Override
    public long backwardFlops(Shape input, boolean inputGradientWanted) {
        return layer.backwardFlops(input, inputGradientWanted);
    }

    @Override
    public boolean treatsExamplesAlone() {
        return layer.treatsExamplesAlone();
    }

    @Override
    public LayerSpec withoutWeights() {
        return layer.withoutWeights();
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new GivenWeightsLayer(layer.create(input, precision), this);
    }
}
