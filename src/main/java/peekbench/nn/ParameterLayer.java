package peekbench.nn;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    ParameterLayer(int weightCount, int fanIn, int fanOut) {
        this.weightCount = weightCount;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
    }

    @Override
    public void bind(INDArray parameterView, INDArray gradientView) {
        parameters = Memory.of(parameterView);
        gradients = Memory.of(gradientView);
    }

    /** Xavier (Glorot and Bengio 2010, Eq. 16): weights uniform in {@code ±sqrt(6 / (fanIn + fanOut))}, biases 0. */
    @Override
    public void initialize(RandomGenerator generator) {
        double bound = Math.sqrt(6.0 / (fanIn + fanOut));
        for (int i = 0; i < weightCount; i++) {
            parameters.put(i, generator.nextDouble(-bound, bound));
        }
        parameters.fill(weightCount, parameters.length() - weightCount, 0);
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
