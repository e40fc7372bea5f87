package peekbench.protocol.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import peekbench.seed.Seed;

/**
 * Which client trains when. The order depends on the clients' batches and the seed alone, so a single party that is given
 * the batches of many {@link #inOrder in their order} trains on the same batches in the same order.
 */
public final class BatchSchedule {
    private final List<BatchSource> clients;
    private final ClientOrder order;
    private final Seed seed;

    /**
     * @param clients the batches of each client
     * @param seed of random orders
     */
    public BatchSchedule(List<? extends BatchSource> clients, ClientOrder order, Seed seed) {
        this.clients = List.copyOf(clients);
        this.order = order;
        this.seed = seed;
    }

    /**
     * A client's run of batches.
     *
     * @param client whose turn it is
     * @param first number of the first batch, in the client's own epoch
     * @param batches how many
     */
    public record ClientTurn(int client, int first, int batches) {}

    /**
     * One batch of a client.
     *
     * @param number in the client's own epoch, from 0
     */
    public record ClientBatch(int client, int number) {}

    /** The records of some batches of an epoch, one batch after the other. */
    public List<Integer> records(int epoch, List<ClientBatch> batches) {
        Map<Integer, List<int[]>> epochs = new HashMap<>();
        List<Integer> records = new ArrayList<>();
        for (ClientBatch batch : batches) {
            List<int[]> own = epochs.computeIfAbsent(
                    batch.client(), client -> clients.get(client).epoch(epoch));
            Arrays.stream(own.get(batch.number())).forEach(records::add);
        }
        return records;
    }

    /** The batches of each client. */
    public List<BatchSource> clients() {
        return clients;
    }

    /** The turns of one epoch in which all take part. */
    List<ClientTurn> turns(int epoch) {
        return turns(epoch, IntStream.range(0, clients.size()).boxed().toList());
    }

    /** The turns of one epoch in which those clients take part. */
    public List<ClientTurn> turns(int epoch, List<Integer> present) {
        List<ClientTurn> turns = order.byEpoch() ? byEpoch(epoch, present) : byBatch(epoch, present);
        if (!order.isRandom()) {
            return turns;
        }
        List<ClientTurn> shuffled = new ArrayList<>();
        for (int place : seed.child("turns-" + epoch).permutation(turns.size())) {
            shuffled.add(turns.get(place));
        }
        return order.byEpoch() ? shuffled : inOwnOrder(shuffled);
    }

    private List<ClientTurn> byEpoch(int epoch, List<Integer> present) {
        return present.stream()
                .map(client -> new ClientTurn(client, 0, clients.get(client).count(epoch)))
                .toList();
    }

    private List<ClientTurn> byBatch(int epoch, List<Integer> present) {
        List<ClientTurn> turns = new ArrayList<>();
        boolean any = true;
        for (int round = 0; any; round++) {
            List<ClientTurn> step = step(epoch, present, round);
            turns.addAll(step);
            any = !step.isEmpty();
        }
        return turns;
    }

    /** The turns of one batch each in which clients train side by side; empty after the last. */
    public List<ClientTurn> step(int epoch, List<Integer> present, int round) {
        return present.stream()
                .filter(client -> round < clients.get(client).count(epoch))
                .map(client -> new ClientTurn(client, round, 1))
                .toList();
    }

    /** Each client trains on its first batch first, whenever its turns are. */
    private List<ClientTurn> inOwnOrder(List<ClientTurn> turns) {
        int[] next = new int[clients.size()];
        return turns.stream()
                .map(turn -> new ClientTurn(turn.client(), next[turn.client()]++, 1))
                .toList();
    }

    /** All clients' batches in the order of their turns. */
    public List<int[]> inOrder(int epoch) {
        List<List<int[]>> batches =
                clients.stream().map(client -> client.epoch(epoch)).toList();
        List<int[]> result = new ArrayList<>();
        for (ClientTurn turn : turns(epoch)) {
            result.addAll(batches.get(turn.client()).subList(turn.first(), turn.first() + turn.batches()));
        }
        return result;
    }

    /** The same batches in the same order, held by a single client. */
    public BatchSchedule byOneClient() {
        return new BatchSchedule(List.<BatchSource>of(this::inOrder), ClientOrder.ROUND_ROBIN_BY_EPOCH, seed);
    }
}
