package peekbench.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Which client trains when. The order depends on the clients' batches alone, so a single party that is given the batches
 * of many {@link #inOrder in their order} trains on the same batches in the same order.
 */
final class BatchSchedule {
    private final List<BatchSource> clients;
    private final ClientOrder order;

    /**
     * @param clients the batches of each client
     */
    BatchSchedule(List<? extends BatchSource> clients, ClientOrder order) {
        this.clients = List.copyOf(clients);
        this.order = order;
    }

    /**
     * A client's run of batches.
     *
     * @param client whose turn it is
     * @param first number of the first batch, in the client's own epoch
     * @param batches how many
     */
    record ClientTurn(int client, int first, int batches) {}

    /** The batches of each client. */
    List<BatchSource> clients() {
        return clients;
    }

    /** The turns of one epoch. */
    List<ClientTurn> turns(int epoch) {
        int[] counts =
                clients.stream().mapToInt(client -> client.epoch(epoch).size()).toArray();
        List<ClientTurn> turns = new ArrayList<>();
        if (order == ClientOrder.ROUND_ROBIN_BY_EPOCH) {
            for (int client = 0; client < counts.length; client++) {
                turns.add(new ClientTurn(client, 0, counts[client]));
            }
            return turns;
        }
        boolean any = true;
        for (int round = 0; any; round++) {
            any = false;
            for (int client = 0; client < counts.length; client++) {
                if (round < counts[client]) {
                    turns.add(new ClientTurn(client, round, 1));
                    any = true;
                }
            }
        }
        return turns;
    }

    /** All clients' batches in the order of their turns. */
    List<int[]> inOrder(int epoch) {
        List<List<int[]>> batches =
                clients.stream().map(client -> client.epoch(epoch)).toList();
        List<int[]> result = new ArrayList<>();
        for (ClientTurn turn : turns(epoch)) {
            result.addAll(batches.get(turn.client()).subList(turn.first(), turn.first() + turn.batches()));
        }
        return result;
    }

    /** The same batches in the same order, held by a single client. */
    BatchSchedule byOneClient() {
        return new BatchSchedule(List.<BatchSource>of(this::inOrder), order);
    }
}
