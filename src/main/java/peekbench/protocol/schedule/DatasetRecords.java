package peekbench.protocol.schedule;

import java.util.Arrays;
import java.util.List;
import peekbench.data.Dataset;
import peekbench.nn.array.Precision;

/** The records of a client's own batches, taken from a data set; it gets at no others. */
public final class DatasetRecords implements LocalRecords {
    private final Dataset dataset;
    private final Precision precision;
    private final BatchSource source;
    private List<int[]> batches = List.of();
    private int epoch;

    public DatasetRecords(Dataset dataset, Precision precision, BatchSource source) {
        this.dataset = dataset;
        this.precision = precision;
        this.source = source;
    }

    @Override
    public int batches(int wanted) {
        return source.count(wanted);
    }

    @Override
    public Batch batch(int wanted, int number) {
        if (wanted != epoch) {
            batches = source.epoch(wanted);
            epoch = wanted;
        }
        return batch(batches.get(number));
    }

    private Batch batch(int[] records) {
        return new Batch(dataset.inputs(records, precision), dataset.targets(records, precision));
    }

    /** In the data set's order, whatever the order of batches. */
    @Override
    public Batch labelled() {
        int[] records = source.labelled(1).stream()
                .flatMapToInt(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        if (records.length == 0) {
            throw new IllegalStateException("A party without records was asked for them.");
        }
        return batch(records);
    }
}
