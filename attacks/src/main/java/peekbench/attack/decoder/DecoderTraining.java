package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Residual;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate.EpochLoss;

/**
 * Trains one decoder by Adam on the mean squared error. The step size falls to 0 along a half cosine; training ends early
 * when validation has not improved for {@code patience} epochs, and the weights of the best epoch are kept.
 */
final class DecoderTraining {
    /** The last epoch's share of improvement below which a training that ran to its end counts as converged. */
    private static final double CONVERGED = .02;

    /** Wide dense layers and deep networks diverge at step sizes that few convolutions learn fastest with. */
    private static final double CAREFUL_LEARNING_RATE = .2;

    private final DecoderOptions options;
    private final Supplier<Pairs> training;
    private final Pairs validation;
    private final List<EpochLoss> history = new ArrayList<>();

    /**
     * @param training asked for before every epoch; always as many
     */
    DecoderTraining(DecoderOptions options, Supplier<Pairs> training, Pairs validation) {
        this.options = options;
        this.training = training;
        this.validation = validation;
    }

    /** Trains {@code decoder} and leaves it with the weights of the best epoch. */
    void train(Segment decoder, Seed seed, AttackProgress progress) {
        boolean careful = decoder.layers().stream()
                .anyMatch(layer -> layer.spec() instanceof Dense || layer.spec() instanceof Residual);
        double learningRate = options.learningRate() * (careful ? CAREFUL_LEARNING_RATE : 1);
        BatchTrainer trainer =
                new BatchTrainer(decoder, Optimizer.Adam.of(learningRate), LossFunction.MEAN_SQUARED_ERROR);
        INDArray best = decoder.parameters().dup();
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= options.epochs() && epoch - bestEpoch <= options.patience(); epoch++) {
            double loss = epoch(trainer, epoch, seed);
            double validationLoss = validationLoss(decoder);
            if (validationLoss < validationLoss()) {
                best.assign(decoder.parameters());
                bestEpoch = epoch;
            }
            history.add(new EpochLoss(epoch, loss, validationLoss));
            progress.report(
                    (double) epoch / options.epochs(), String.format(Locale.ROOT, "validation %.5f", validationLoss));
        }
        decoder.parameters().assign(best);
    }

    private double epoch(BatchTrainer trainer, int epoch, Seed seed) {
        Pairs all = training.get();
        int[] order = seed.child("epoch-" + epoch).permutation(all.size());
        int batch = options.batchSize();
        double sum = 0;
        for (int from = 0; from < order.length; from += batch) {
            double done = (epoch - 1 + (double) from / order.length) / options.epochs();
            trainer.optimizer().scaleLearningRate((1 + Math.cos(Math.PI * done)) / 2);
            Pairs pairs = all.rows(Arrays.copyOfRange(order, from, Math.min(from + batch, order.length)));
            sum += pairs.size() * trainer.step(pairs.smashed(), pairs.inputs());
        }
        return sum / order.length;
    }

    private double validationLoss(Segment decoder) {
        INDArray predicted = decoder.predict(validation.smashed());
        return LossFunction.MEAN_SQUARED_ERROR
                .of(predicted, validation.inputs())
                .loss();
    }

    /** The smallest validation loss so far; infinite before the first epoch. */
    double validationLoss() {
        return history.stream()
                .mapToDouble(EpochLoss::validation)
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether training ended because validation no longer improved, or by less than a fiftieth in the last epoch. */
    boolean converged() {
        int epochs = history.size();
        if (epochs < 2 || !Double.isFinite(validationLoss())) {
            return false;
        }
        double last = history.get(epochs - 1).validation();
        double before = history.get(epochs - 2).validation();
        return epochs < options.epochs() || last > (1 - CONVERGED) * before;
    }

    List<EpochLoss> history() {
        return List.copyOf(history);
    }
}
