package peekbench.protocol.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Task;
import peekbench.nn.array.Precision;
import peekbench.nn.loss.LossFunction;
import peekbench.training.TrainingSetup;

/** Loss and accuracy on records that nobody trains on. */
public final class NetworkTest {
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
    public static NetworkTest of(TrainingSetup setup) {
        return new NetworkTest(
                setup.dataset(), setup.indexSets().of(IndexSets.Part.VICTIM_TEST), setup.loss(), setup.precision());
    }

    /**
     * A network's test metrics.
     *
     * @param loss mean over the records
     * @param accuracy share classified right; NaN for regression
     * @param deviation mean absolute difference between outputs and numbers to predict; NaN for classification
     */
    public record TestMetrics(double loss, double accuracy, double deviation) {
        /** The mean test metrics of several networks. */
        public static TestMetrics mean(List<TestMetrics> all) {
            return new TestMetrics(
                    all.stream().mapToDouble(TestMetrics::loss).average().orElseThrow(),
                    all.stream().mapToDouble(TestMetrics::accuracy).average().orElseThrow(),
                    all.stream().mapToDouble(TestMetrics::deviation).average().orElseThrow());
        }
    }

    /**
     * Tests a network.
     *
     * @param network what it makes of inputs {@code [N, …]}: outputs {@code [N, outputs]}
     */
    public TestMetrics of(UnaryOperator<INDArray> network) {
        return ofMembers(inputs -> List.of(network.apply(inputs)));
    }

    /**
     * Tests a network where classes are as frequent as among some records: the test metrics of each class, weighted by its share. The
     * same as {@link #of} where there are no classes.
     *
     * @param like places of those records in the data set
     * @param network what it makes of inputs {@code [N, …]}: outputs {@code [N, outputs]}
     */
    public TestMetrics ofClassesLike(int[] like, UnaryOperator<INDArray> network) {
        if (!(dataset.task() instanceof Task.Classification)) {
            return of(network);
        }
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (int label : dataset.labels(like)) {
            counts.merge(label, 1, Integer::sum);
        }
        double loss = 0;
        double accuracy = 0;
        int weights = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            NetworkTest part = ofClass(entry.getKey());
            if (part.records.length > 0) {
                TestMetrics metrics = part.of(network);
                loss += entry.getValue() * metrics.loss();
                accuracy += entry.getValue() * metrics.accuracy();
                weights += entry.getValue();
            }
        }
        return new TestMetrics(loss / weights, accuracy / weights, Double.NaN);
    }

    private NetworkTest ofClass(int label) {
        int[] own = Arrays.stream(records)
                .filter(record -> dataset.label(record) == label)
                .toArray();
        return new NetworkTest(dataset, own, loss, precision);
    }

    /**
     * Tests an ensemble: classes are its majority's, the loss is that of its mean outputs.
     *
     * @param ensemble what its members make of inputs {@code [N, …]}: outputs {@code [N, outputs]} of each
     */
    public TestMetrics ofMembers(Function<INDArray, List<INDArray>> ensemble) {
        double lossSum = 0;
        double right = 0;
        boolean classes = dataset.task() instanceof Task.Classification;
        for (int from = 0; from < records.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(records, from, Math.min(from + BATCH, records.length));
            Vote vote = new Vote(ensemble.apply(dataset.inputs(batch, precision)));
            INDArray outputs = vote.meanOutputs();
            INDArray targets = dataset.targets(batch, precision);
            lossSum += loss.of(outputs, targets).loss() * batch.length;
            right += classes ? countRight(vote.classes(), batch) : sumOfDeviations(outputs, targets);
        }
        double mean = right / records.length;
        return new TestMetrics(lossSum / records.length, classes ? mean : Double.NaN, classes ? Double.NaN : mean);
    }

    /** Of each record the mean over its outputs. */
    private static double sumOfDeviations(INDArray outputs, INDArray targets) {
        INDArray differences = outputs.sub(targets);
        return differences.norm1Number().doubleValue() / targets.size(1);
    }

    private long countRight(int[] predicted, int[] batch) {
        int[] labels = dataset.labels(batch);
        long right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
