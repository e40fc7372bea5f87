package peekbench.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.seed.Seed;

/**
 * Which client trains on which records when. The order depends on the clients' records and the seed alone, so a single
 * party that is given the schedule of many trains on the same batches in the same order.
 */
public final class BatchSchedule {
    private final List<int[]> recordsByClient;
    private final int batchSize;
    private final ClientOrder order;
    private final Seed seed;

    /**
     * @param recordsByClient the records of each client
     * @param batchSize records a batch; the last of a client's epoch may be smaller
     * @param seed names the shuffling of each client and epoch
     */
    BatchSchedule(List<int[]> recordsByClient, int batchSize, ClientOrder order, Seed seed) {
        this.recordsByClient = List.copyOf(recordsByClient);
        this.batchSize = batchSize;
        this.order = order;
        this.seed = seed;
    }

    /**
     * A client's run of batches.
     *
     * @param client whose turn it is
     * @param batches the records of each batch
     */
    record ClientTurn(int client, List<int[]> batches) {}

    /** The turns of one epoch. */
    List<ClientTurn> epoch(int epoch) {
        List<List<int[]>> batches = new ArrayList<>();
        int longest = 0;
        for (int client = 0; client < recordsByClient.size(); client++) {
            batches.add(batches(client, epoch));
            longest = Math.max(longest, batches.get(client).size());
        }
        List<ClientTurn> turns = new ArrayList<>();
        if (order == ClientOrder.ROUND_ROBIN_BY_EPOCH) {
            for (int client = 0; client < batches.size(); client++) {
                turns.add(new ClientTurn(client, batches.get(client)));
            }
            return turns;
        }
        for (int round = 0; round < longest; round++) {
            for (int client = 0; client < batches.size(); client++) {
                if (round < batches.get(client).size()) {
                    turns.add(new ClientTurn(client, List.of(batches.get(client).get(round))));
                }
            }
        }
        return turns;
    }

    private List<int[]> batches(int client, int epoch) {
        int[] records = recordsByClient.get(client);
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
}
