package peekbench.protocol;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.Task;
import peekbench.nn.LossFunction;
import peekbench.nn.Precision;

/** Loss and accuracy on records that nobody trains on. */
final class NetworkTest {
    private static final int BATCH = 1000;

    private final Dataset dataset;
    private final int[] records;
    private final LossFunction loss;
    private final Precision precision;

    NetworkTest(Dataset dataset, int[] records, LossFunction loss, Precision precision) {
        this.dataset = dataset;
        this.records = records;
        this.loss = loss;
        this.precision = precision;
    }

    /**
     * A network's marks.
     *
     * @param loss mean over the records
     * @param accuracy share classified right; NaN for regression
     */
    record Marks(double loss, double accuracy) {}

    Marks of(TrainedNetwork network) {
        double lossSum = 0;
        long right = 0;
        for (int from = 0; from < records.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(records, from, Math.min(from + BATCH, records.length));
            INDArray outputs = network.predict(dataset.inputs(batch, precision));
            lossSum += loss.of(outputs, dataset.targets(batch, precision)).loss() * batch.length;
            right += dataset.task() instanceof Task.Classification ? countRight(outputs, batch) : 0;
        }
        double accuracy = dataset.task() instanceof Task.Classification ? (double) right / records.length : Double.NaN;
        return new Marks(lossSum / records.length, accuracy);
    }

    private long countRight(INDArray outputs, int[] batch) {
        int[] predicted = outputs.argMax(1).toIntVector();
        int[] labels = dataset.labels(batch);
        long right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
