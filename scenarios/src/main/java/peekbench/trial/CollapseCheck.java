package peekbench.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Task;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingSetup;

/**
 * Whether a training has collapsed: whether its network tells nothing about the record that it is given, on at most
 * {@value #MOST_RECORDS} test records. Networks that tell nothing leak nothing, which is no merit of a defense.
 */
final class CollapseCheck {
    private static final int MOST_RECORDS = 1000;
    /** An accuracy that chance exceeds once in forty times is not told from it. */
    private static final double STANDARD_ERRORS = 2;
    /** Of the spread of the numbers to predict; predictions that spread less are one number. */
    private static final double LEAST_SPREAD = 1e-3;

    private final Dataset dataset;
    private final int[] records;
    private final INDArray inputs;
    private final TrainingSetup setup;

    private CollapseCheck(TrainingSetup setup) {
        this.setup = setup;
        this.dataset = setup.dataset();
        int[] test = setup.indexSets().of(IndexSets.Part.VICTIM_TEST);
        this.records = Arrays.copyOf(test, Math.min(MOST_RECORDS, test.length));
        this.inputs = dataset.inputs(records, setup.precision());
    }

    /**
     * How the training has collapsed, as the end of a sentence; empty where it has not, or where a single record or class leaves
     * nothing to tell apart.
     */
    static Optional<String> reason(TrainedNetwork network, TrainingSetup setup) {
        if (setup.indexSets().of(IndexSets.Part.VICTIM_TEST).length < 2) {
            return Optional.empty();
        }
        CollapseCheck check = new CollapseCheck(setup);
        return check.sameSmashedData(network).or(() -> check.outputs(network.predict(check.inputs)));
    }

    private Optional<String> sameSmashedData(TrainedNetwork network) {
        INDArray smashed = network.client().predict(inputs);
        double spread = smashed.max(0).sub(smashed.min(0)).maxNumber().doubleValue();
        return spread == 0
                ? Optional.of(
                        "a client sends the same smashed data whatever the record is, as when no ReLU unit is active")
                : Optional.empty();
    }

    private Optional<String> outputs(INDArray outputs) {
        return dataset.task() instanceof Task.Classification
                ? classes(
                        outputs.argMax(1).toIntVector(),
                        dataset.labels(records),
                        dataset.task().outputs())
                : numbers(
                        outputs.toDoubleMatrix(),
                        dataset.targets(records, setup.precision()).toDoubleMatrix());
    }

    /**
     * By the mean of the classes' recalls, which is {@code 1/K} for whoever does not look at the record, however rare classes are.
     *
     * @param said the class that each record was given
     */
    static Optional<String> classes(int[] said, int[] labels, int outputs) {
        double[] of = new double[outputs];
        double[] right = new double[outputs];
        for (int record = 0; record < labels.length; record++) {
            of[labels[record]]++;
            right[labels[record]] += said[record] == labels[record] ? 1 : 0;
        }
        int[] present =
                IntStream.range(0, outputs).filter(label -> of[label] > 0).toArray();
        if (present.length < 2) {
            return Optional.empty();
        }
        if (Arrays.stream(said).distinct().count() == 1) {
            return Optional.of("the network gives every test record the class " + said[0]);
        }
        double chance = 1.0 / present.length;
        double recall = Arrays.stream(present)
                .mapToDouble(label -> right[label] / of[label])
                .average()
                .orElseThrow();
        double error = Math.sqrt(Arrays.stream(present)
                        .mapToDouble(label -> chance * (1 - chance) / of[label])
                        .sum())
                / present.length;
        return recall <= chance + STANDARD_ERRORS * error
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "accuracy is at chance: %.1f %% where guessing gives %.1f %%, each class counted alike",
                        100 * recall,
                        100 * chance))
                : Optional.empty();
    }

    private static Optional<String> numbers(double[][] said, double[][] wanted) {
        boolean constant = IntStream.range(0, said[0].length)
                .allMatch(output -> deviation(said, output) <= LEAST_SPREAD * deviation(wanted, output));
        return constant ? Optional.of("the network predicts the same number for every test record") : Optional.empty();
    }

    private static double deviation(double[][] rows, int column) {
        return Math.sqrt(StatUtils.populationVariance(
                Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
    }
}
