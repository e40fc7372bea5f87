package peekbench.nn.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/** The loss functions' formulas. */
final class Losses {
    private Losses() {}

    static LossAndGradient crossEntropy(INDArray outputs, INDArray targets) {
        int examples = Math.toIntExact(outputs.size(0));
        int classes = Math.toIntExact(outputs.length() / examples);
        Memory logits = memory(outputs);
        Memory truth = memory(targets);
        INDArray gradient = Nd4j.createUninitialized(outputs.dataType(), outputs.shape());
        Memory slopes = Memory.of(gradient);
        double loss = 0;
        for (int n = 0; n < examples; n++) {
            int row = n * classes;
            double logNormalizer = logSumExp(logits, row, classes);
            for (int k = 0; k < classes; k++) {
                double logProbability = logits.get(row + k) - logNormalizer;
                double target = truth.get(row + k);
                loss -= target == 0 ? 0 : target * logProbability;
                slopes.put(row + k, (Math.exp(logProbability) - target) / examples);
            }
        }
        return new LossAndGradient(loss / examples, gradient);
    }

    /** {@code exp(y) / Σ exp(y)} of each row of {@code [N, classes]}. */
    static INDArray softmax(INDArray outputs) {
        int examples = Math.toIntExact(outputs.size(0));
        int classes = Math.toIntExact(outputs.length() / examples);
        Memory logits = memory(outputs);
        INDArray result = Nd4j.createUninitialized(outputs.dataType(), outputs.shape());
        Memory probabilities = Memory.of(result);
        for (int n = 0; n < examples; n++) {
            int row = n * classes;
            double logNormalizer = logSumExp(logits, row, classes);
            for (int k = 0; k < classes; k++) {
                probabilities.put(row + k, Math.exp(logits.get(row + k) - logNormalizer));
            }
        }
        return result;
    }

    private static double logSumExp(Memory logits, int row, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, logits.get(row + k));
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(logits.get(row + k) - largest);
        }
        return largest + Math.log(sum);
    }

    static LossAndGradient meanSquaredError(INDArray outputs, INDArray targets) {
        Memory predicted = memory(outputs);
        INDArray gradient = Nd4j.createUninitialized(outputs.dataType(), outputs.shape());
        SquaredError error = new SquaredError(predicted.length());
        Chunks.of(Precision.of(outputs.dataType())).run(error, predicted, memory(targets), Memory.of(gradient));
        return new LossAndGradient(error.mean(), gradient);
    }

    private static Memory memory(INDArray array) {
        return Memory.of(Memory.dense(array));
    }
}
