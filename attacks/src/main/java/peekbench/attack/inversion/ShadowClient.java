package peekbench.attack.inversion;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.ServerView;

/**
 * Trains layers like the client's, from fresh weights, in front of the server's own layers until both together classify the
 * attacker's records. The server's layers stay as they are and compute as in a prediction.
 */
public final class ShadowClient {
    private final Training training;
    private final ServerView view;
    private final AuxiliaryData records;

    /**
     * How a shadow is trained.
     *
     * @param epochs at most
     * @param accuracy share of an epoch's records, classified as they come, at which training ends
     * @param batchSize records a step
     * @param learningRate Adam's
     */
    public record Training(int epochs, double accuracy, int batchSize, double learningRate) {

        /** Notes what is wrong with the options of these names. */
        void check(Problems problems) {
            problems.atLeast("shadow-epochs", epochs, 1);
            problems.inRange("shadow-accuracy", accuracy, 0, 1);
            problems.atLeast("shadow-batch-size", batchSize, 1);
            problems.positive("shadow-learning-rate", learningRate);
        }
    }

    /** What else a shadow is trained for, through the smashed data that it makes. */
    @FunctionalInterface
    public interface Regularization {
        /**
         * The gradient of the whole loss.
         *
         * @param smashed {@code [N, …]}, what the shadow makes of a batch
         * @param ofTask {@code [N, …]}, the gradient of the classification loss with respect to it
         */
        INDArray gradient(INDArray smashed, INDArray ofTask);
    }

    /**
     * @param view of whatever server holds the network's last layer
     * @param records labelled
     */
    public ShadowClient(Training training, ServerView view, AuxiliaryData records) {
        this.training = training;
        this.view = view;
        this.records = records;
    }

    /** A trained shadow, whose training passes predict. */
    Segment train(Seed seed) {
        return train(seed, (smashed, ofTask) -> ofTask);
    }

    /** A shadow trained for more than to classify, whose training passes predict. */
    public Segment train(Seed seed, Regularization regularization) {
        Segment shadow =
                Segment.create(view.clientLayers(), view.inputShape(), view.precision(), seed.child("weights"));
        if (shadow.parameterCount() > 0) {
            Segment server = view.ownSegment().inferenceCopy();
            OptimizerState optimizer =
                    Optimizer.Adam.of(training.learningRate()).start(shadow);
            double accuracy = 0;
            for (int epoch = 1; epoch <= training.epochs() && accuracy < training.accuracy(); epoch++) {
                accuracy = epoch(shadow, server, optimizer, regularization, seed.child("epoch-" + epoch));
            }
        }
        return shadow.inferenceCopy();
    }

    private double epoch(
            Segment shadow, Segment server, OptimizerState optimizer, Regularization regularization, Seed seed) {
        int[] order = seed.permutation(records.size());
        int correct = 0;
        for (int from = 0; from < order.length; from += training.batchSize()) {
            int[] batch = Arrays.copyOfRange(order, from, Math.min(from + training.batchSize(), order.length));
            INDArray smashed = shadow.forward(Rows.of(records.inputs(), batch));
            INDArray outputs = server.forward(smashed);
            correct += correct(outputs, batch);
            LossAndGradient loss = LossFunction.CROSS_ENTROPY.of(outputs, oneHot(batch, outputs));
            shadow.backwardParameters(regularization.gradient(smashed, server.backward(loss.gradient())));
            optimizer.step();
        }
        return (double) correct / order.length;
    }

    private int correct(INDArray outputs, int... batch) {
        INDArray decided = outputs.argMax(1);
        int correct = 0;
        for (int i = 0; i < batch.length; i++) {
            correct += decided.getInt(i) == records.labels().get(batch[i]) ? 1 : 0;
        }
        return correct;
    }

    private INDArray oneHot(int[] batch, INDArray outputs) {
        INDArray targets = Nd4j.zerosLike(outputs);
        for (int i = 0; i < batch.length; i++) {
            targets.putScalar(i, records.labels().get(batch[i]), 1);
        }
        return targets;
    }
}
