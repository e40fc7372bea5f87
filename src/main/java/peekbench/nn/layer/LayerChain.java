package peekbench.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;

/** Layers at work one after the other: a segment's, or those of one path of a block. */
public final class LayerChain implements Layer {
    private final LayerSequence sequence;
    private final List<Layer> layers = new ArrayList<>();

    public LayerChain(LayerSequence sequence, Precision precision) {
        this.sequence = sequence;
        for (int i = 0; i < sequence.size(); i++) {
            layers.add(sequence.spec(i).create(sequence.inputOf(i), precision));
        }
        mayOverwrite(false, false);
    }

    @Override
    public void mayOverwrite(boolean input, boolean outputGradient) {
        boolean gradientIsFree = outputGradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            boolean inputIsFree = i == 0 ? input : layers.get(i - 1).outputMayBeOverwritten();
            layers.get(i).mayOverwrite(inputIsFree, gradientIsFree);
            // A reshape hands on the very numbers that it is handed.
            gradientIsFree = gradientIsFree || !(layers.get(i) instanceof ReshapeLayer);
        }
    }

    @Override
    public void bind(INDArray parameters, INDArray gradients) {
        int from = 0;
        for (int i = 0; i < layers.size(); i++) {
            int count = sequence.parameterCountOf(i);
            if (count > 0) {
                var place = NDArrayIndex.interval(from, from + count);
                layers.get(i).bind(parameters.get(place), gradients.get(place));
            }
            from += count;
        }
    }

    @Override
    public void bindBuffers(INDArray buffers) {
        int from = 0;
        for (int i = 0; i < layers.size(); i++) {
            int count = sequence.bufferCountOf(i);
            if (count > 0) {
                layers.get(i).bindBuffers(buffers.get(NDArrayIndex.interval(from, from + count)));
            }
            from += count;
        }
    }

    /** Each layer draws from its own name, so that what it draws does not depend on the layers around it. */
    @Override
    public void initialize(Seed seed) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).initialize(seed.child(sequence.layers().get(i).name()));
        }
    }

    @Override
    public void prepareTrainingPass(Seed pass) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i)
                    .prepareTrainingPass(pass.child(sequence.layers().get(i).name()));
        }
    }

    @Override
    public void inferenceOnly() {
        layers.forEach(Layer::inferenceOnly);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        INDArray activation = input;
        for (Layer layer : layers) {
            activation = layer.forward(activation, training);
        }
        return activation;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        INDArray gradient = outputGradient;
        boolean wanted = inputGradientWanted || sequence.parameterCount() > 0;
        for (int i = layers.size() - 1; i >= 0 && wanted; i--) {
            wanted = sequence.inputGradientWanted(i, inputGradientWanted);
            gradient = layers.get(i).backward(gradient, wanted);
        }
        return gradient;
    }
}
