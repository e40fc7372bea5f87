package peekbench.protocol;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.nn.Precision;

/** What a client has of the data: the records of its own batches and no others. */
final class LocalRecords {
    private final Dataset dataset;
    private final Precision precision;
    private final BatchSource source;
    private List<int[]> batches = List.of();
    private int epoch;

    LocalRecords(Dataset dataset, Precision precision, BatchSource source) {
        this.dataset = dataset;
        this.precision = precision;
        this.source = source;
    }

    /**
     * A batch of the client's.
     *
     * @param inputs {@code [N, …]}
     * @param targets {@code [N, outputs]}
     */
    record Batch(INDArray inputs, INDArray targets) {
        int size() {
            return Math.toIntExact(inputs.size(0));
        }
    }

    /** How many batches an epoch has. */
    int batches(int wanted) {
        return source.count(wanted);
    }

    /**
     * One batch.
     *
     * @param wanted number of the epoch, from 1
     * @param number of the batch in it, from 0
     */
    Batch batch(int wanted, int number) {
        if (wanted != epoch) {
            batches = source.epoch(wanted);
            epoch = wanted;
        }
        int[] records = batches.get(number);
        return new Batch(dataset.inputs(records, precision), dataset.targets(records, precision));
    }
}
