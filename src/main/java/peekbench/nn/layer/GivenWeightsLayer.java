package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.seed.Seed;

/** Leaves everything to another layer but what its weights are before training. */
final class GivenWeightsLayer implements Layer {
    private final Layer layer;
    private final GivenWeights given;
    private INDArray parameters = Nd4j.empty();
    private INDArray buffers = Nd4j.empty();

    GivenWeightsLayer(Layer layer, GivenWeights given) {
        this.layer = layer;
        this.given = given;
    }

    @Override
    public void bind(INDArray parameterView, INDArray gradientView) {
        parameters = parameterView;
        layer.bind(parameterView, gradientView);
    }

    @Override
    public void bindBuffers(INDArray bufferView) {
        buffers = bufferView;
        layer.bindBuffers(bufferView);
    }

    @Override
    public void initialize(Seed seed) {
        assign(given.parameters(), parameters);
        assign(given.buffers(), buffers);
    }

    private static void assign(INDArray values, INDArray place) {
        if (!place.isEmpty()) {
            place.assign(values.castTo(place.dataType()));
        }
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        return layer.forward(input, training);
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        return layer.backward(outputGradient, inputGradientWanted);
    }

    @Override
    public void mayOverwrite(boolean input, boolean outputGradient) {
        layer.mayOverwrite(input, outputGradient);
    }

    @Override
    public void prepareTrainingPass(Seed pass) {
        layer.prepareTrainingPass(pass);
    }

    @Override
    public void inferenceOnly() {
        layer.inferenceOnly();
    }

    @Override
    public boolean outputMayBeOverwritten() {
        return layer.outputMayBeOverwritten();
    }
}
