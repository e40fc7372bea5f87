package peekbench.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
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

    private NetworkTest(Dataset dataset, int[] records, LossFunction loss, Precision precision) {
        this.dataset = dataset;
        this.records = records;
        this.loss = loss;
        this.precision = precision;
    }

    /** The test on the victims' test records. */
    static NetworkTest of(TrainingSetup setup) {
        return new NetworkTest(
                setup.dataset(), setup.indexSets().of(IndexSets.Part.VICTIM_TEST), setup.loss(), setup.precision());
    }

    /**
     * A network's marks.
     *
     * @param loss mean over the records
     * @param accuracy share classified right; NaN for regression
     */
    record Marks(double loss, double accuracy) {
        /** The mean marks of several networks. */
        static Marks mean(List<Marks> all) {
            return new Marks(
                    all.stream().mapToDouble(Marks::loss).average().orElseThrow(),
                    all.stream().mapToDouble(Marks::accuracy).average().orElseThrow());
        }
    }

    /**
     * Tests a network.
     *
     * @param network what it makes of inputs {@code [N, …]}: outputs {@code [N, outputs]}
     */
    Marks of(UnaryOperator<INDArray> network) {
        double lossSum = 0;
        long right = 0;
        for (int from = 0; from < records.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(records, from, Math.min(from + BATCH, records.length));
            INDArray outputs = network.apply(dataset.inputs(batch, precision));
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
