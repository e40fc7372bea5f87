package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.attack.search.Plateau;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.WeightAverage;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Residual;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate.EpochLoss;

/**
 * Trains one decoder by Adam on the mean squared error. What is tested after each epoch, and kept, is the {@link WeightAverage},
 * which needs no step size that falls towards an end that is known beforehand. Training ends when the validation loss has not
 * fallen by a share of {@code improvement} within {@code patience} epochs; the average of the best epoch is kept.
 */
final class DecoderTraining {
    /** Wide dense layers and deep networks diverge at step sizes that few convolutions learn fastest with. */
    private static final double CAREFUL_LEARNING_RATE = .2;

    private final DecoderOptions options;
    private final Supplier<Pairs> training;
    private final Pairs validation;
    private final List<EpochLoss> history = new ArrayList<>();
    private boolean converged;

    /**
     * @param training asked for before every epoch; always as many
     */
    DecoderTraining(DecoderOptions options, Supplier<Pairs> training, Pairs validation) {
        this.options = options;
        this.training = training;
        this.validation = validation;
    }

    /** Trains {@code decoder} and leaves it with the averaged weights of the best epoch. */
    void train(Segment decoder, Seed seed, AttackProgress progress) {
        boolean careful = decoder.layers().stream()
                .anyMatch(layer -> layer.spec() instanceof Dense || layer.spec() instanceof Residual);
        double learningRate = options.learningRate() * (careful ? CAREFUL_LEARNING_RATE : 1);
        BatchTrainer trainer =
                new BatchTrainer(decoder, Optimizer.Adam.of(learningRate), LossFunction.MEAN_SQUARED_ERROR);
        WeightAverage average = new WeightAverage(decoder);
        INDArray best = decoder.parameters().dup();
        Plateau plateau = new Plateau(options.improvement(), options.patience());
        for (int epoch = 1; epoch <= options.epochs() && !plateau.reached(); epoch++) {
            double loss = epoch(trainer, average, epoch, seed);
            average.during(() -> {
                double validationLoss = validationLoss(decoder);
                if (validationLoss < validationLoss()) {
                    best.assign(decoder.parameters());
                }
                plateau.add(validationLoss);
                history.add(new EpochLoss(history.size() + 1, loss, validationLoss));
                progress.report(
                        (double) history.size() / options.epochs(),
                        String.format(Locale.ROOT, "validation %.5f", validationLoss));
            });
        }
        converged = plateau.reached() && Double.isFinite(validationLoss());
        decoder.parameters().assign(best);
    }

    private double epoch(BatchTrainer trainer, WeightAverage average, int epoch, Seed seed) {
        Pairs all = training.get();
        int[] order = seed.child("epoch-" + epoch).permutation(all.size());
        int batch = options.batchSize();
        double sum = 0;
        for (int from = 0; from < order.length; from += batch) {
            Pairs pairs = all.rows(Arrays.copyOfRange(order, from, Math.min(from + batch, order.length)));
            sum += pairs.size() * trainer.step(pairs.smashed(), pairs.inputs());
            average.add();
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

    /** Whether training ended because validation no longer improved, not at the limit of epochs. */
    boolean converged() {
        return converged;
    }

    List<EpochLoss> history() {
        return List.copyOf(history);
    }
}
