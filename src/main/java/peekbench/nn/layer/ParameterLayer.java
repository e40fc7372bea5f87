package peekbench.nn.layer;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
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

    /** Sets {@code places} numbers an output channel to its bias, or to 0 in a layer without, from {@code offset} on. */
    final void fillBias(Memory output, int offset, int channels, int places) {
        boolean biased = parameters.length() > weightCount;
        for (int channel = 0; channel < channels; channel++) {
            output.fill(offset + channel * places, places, biased ? parameters.get(weightCount + channel) : 0);
        }
    }

    /** Sums a batch's output gradient {@code [N, channels, places]} over examples and places into the bias gradients. */
    final void sumBiasGradients(Memory gradient, int examples, int places) {
        int channels = parameters.length() - weightCount;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            for (int n = 0; n < examples; n++) {
                sum += gradient.sum((n * channels + channel) * places, places);
            }
            gradients.put(weightCount + channel, sum);
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
