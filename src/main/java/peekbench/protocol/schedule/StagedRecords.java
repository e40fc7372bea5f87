package peekbench.protocol.schedule;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Records that are put in place before each turn, the same in every epoch. */
public final class StagedRecords implements LocalRecords {
    private final int batchSize;
    private List<Batch> batches = List.of();

    /**
     * @param batchSize records a batch at most
     */
    public StagedRecords(int batchSize) {
        this.batchSize = batchSize;
    }

    /** Puts records in place, cut into batches in their order. */
    public void stage(Batch records) {
        List<Batch> parts = new ArrayList<>();
        for (int from = 0; from < records.size(); from += Math.min(batchSize, records.size())) {
            var rows = NDArrayIndex.interval(from, from + Math.min(batchSize, records.size() - from));
            parts.add(new Batch(
                    records.inputs().get(rows).dup('c'),
                    records.targets().get(rows).dup('c')));
        }
        batches = List.copyOf(parts);
    }

    @Override
    public int batches(int epoch) {
        return batches.size();
    }

    @Override
    public Batch batch(int epoch, int number) {
        return batches.get(number);
    }
}
