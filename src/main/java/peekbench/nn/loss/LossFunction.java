package peekbench.nn.loss;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network is trained to make small. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum LossFunction {
    /** Softmax cross-entropy {@code -Σ t log softmax(y)} against target rows that sum to 1, mean over the batch. */
    CROSS_ENTROPY {
        @Override
        public LossAndGradient of(INDArray outputs, INDArray targets) {
            return Losses.crossEntropy(outputs, targets);
        }
    },
    /** {@code (y - t)²}, mean over all numbers. */
    MEAN_SQUARED_ERROR {
        @Override
        public LossAndGradient of(INDArray outputs, INDArray targets) {
            return Losses.meanSquaredError(outputs, targets);
        }
    };

    /**
     * The loss and its gradient.
     *
     * @param outputs {@code [N, …]}
     * @param targets of the same shape
     */
    public abstract LossAndGradient of(INDArray outputs, INDArray targets);
}
