package peekbench.protocol.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.seed.Seed;

/** A client's own records, shuffled anew each epoch and cut into batches of which the last may be smaller. */
public final class ShuffledBatches implements BatchSource {
    private final int[] records;
    private final int batchSize;
    private final int client;
    private final Seed seed;

    /**
     * @param client the client's number, which with the epoch names the shuffling
     * @param seed of the data order, the same for all clients
     */
    public ShuffledBatches(int[] records, int batchSize, int client, Seed seed) {
        this.records = records.clone();
        this.batchSize = batchSize;
        this.client = client;
        this.seed = seed;
    }

    @Override
    public List<int[]> epoch(int epoch) {
        int[] shuffled = Arrays.stream(
                        seed.child("epoch-" + epoch).child("client-" + client).permutation(records.length))
                .map(i -> records[i])
                .toArray();
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < shuffled.length; from += batchSize) {
            batches.add(Arrays.copyOfRange(shuffled, from, Math.min(from + batchSize, shuffled.length)));
        }
        return batches;
    }

    @Override
    public int count(int epoch) {
        return (records.length + batchSize - 1) / batchSize;
    }
}
