package peekbench.nn.layer;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.memory.ChannelSums;
import peekbench.nn.memory.Memory;
import peekbench.seed.Seed;

/** A layer with a weight matrix and biases, which lie one after the other in the segment's flat vectors. */
abstract class ParameterLayer implements Layer {
    private final int weightCount;
    private final int fanIn;
    private final int fanOut;
    private Memory parameters;
    private Memory gradients;

    /**
     * @param weightCount how many weights precede the biases
     * @param fanIn inputs that one output sees
     * @param fanOut outputs that one input reaches
     */
    ParameterLayer(int weightCount, int fanIn, int fanOut, Precision precision) {
        this.weightCount = weightCount;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
        this.parameters = unbound(precision);
        this.gradients = parameters;
    }

    /** What stands for memory before there is any. */
    static Memory unbound(Precision precision) {
        return Memory.of(Nd4j.zeros(precision.dataType(), 1));
    }

    @Override
    public void bind(INDArray parameterView, INDArray gradientView) {
        parameters = Memory.of(parameterView);
        gradients = Memory.of(gradientView);
    }

    /** Xavier (Glorot and Bengio 2010, Eq. 16): weights uniform in {@code ±sqrt(6 / (fanIn + fanOut))}, biases 0. */
    @Override
    public void initialize(Seed seed) {
        RandomGenerator generator = seed.generator();
        double bound = Math.sqrt(6.0 / (fanIn + fanOut));
        for (int i = 0; i < weightCount; i++) {
            parameters.put(i, generator.nextDouble(-bound, bound));
        }
        parameters.fill(weightCount, parameters.length() - weightCount, 0);
    }

    /** The output is a function of the input, which is what the backward pass keeps. */
    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    /** Whether there are biases behind the weights. */
    final boolean isBiased() {
        return parameters.length() > weightCount;
    }

    /** Sets {@code places} numbers a channel to its bias. */
    final void fillBias(Memory image, int channels, int places) {
        for (int channel = 0; channel < channels; channel++) {
            image.fill(channel * places, places, parameters.get(weightCount + channel));
        }
    }

    /** Sums a batch's output gradient over examples and places into the bias gradients, where there are biases. */
    final void sumBiasGradients(ChannelSums channels, Memory gradient, int examples) {
        if (isBiased()) {
            double[] sums = channels.sums(gradient, examples);
            for (int channel = 0; channel < sums.length; channel++) {
                gradients.put(weightCount + channel, sums[channel]);
            }
        }
    }

    /** Weights, then biases. */
    Memory parameters() {
        return parameters;
    }

    Memory gradients() {
        return gradients;
    }

    /** Where the biases begin. */
    int biasOffset() {
        return weightCount;
    }
}
