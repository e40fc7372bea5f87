package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Rows;
import peekbench.threat.observation.Sent;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

/**
 * Layers that a decoder learns to undo, and the private records that came through them.
 *
 * @param clients that have them; more than one where several with different layers share a decoder
 * @param places of the records in each set, ascending
 */
record Front(List<Integer> clients, Map<TargetSet, int[]> places) {
    Front {
        clients = List.copyOf(clients);
        places = Map.copyOf(places);
    }

    /**
     * The fronts of all private records: that of the tested client first, then those of the clients that sent most of them, then
     * one of all others together.
     *
     * @param apart how many clients get one of their own
     */
    static List<Front> of(List<Sent> senders, int apart) {
        List<Sent> others = new ArrayList<>(senders.subList(1, senders.size()));
        others.sort(Comparator.comparingInt(Sent::size).reversed());
        int own = Math.min(apart - 1, others.size());
        List<Front> fronts = new ArrayList<>();
        fronts.add(of(senders.subList(0, 1)));
        others.subList(0, own).forEach(one -> fronts.add(of(List.of(one))));
        if (own < others.size()) {
            fronts.add(of(others.subList(own, others.size())));
        }
        return fronts;
    }

    private static Front of(List<Sent> senders) {
        Map<TargetSet, int[]> places = new EnumMap<>(TargetSet.class);
        for (Sent sent : senders) {
            sent.places()
                    .forEach((set, own) -> places.merge(
                            set,
                            own,
                            (one, more) -> IntStream.concat(Arrays.stream(one), Arrays.stream(more))
                                    .sorted()
                                    .toArray()));
        }
        return new Front(senders.stream().map(Sent::client).toList(), places);
    }

    /** Those of a set's records that came through it, of the first so many. */
    int[] places(TargetSet set, long records) {
        return Arrays.stream(places.getOrDefault(set, new int[0]))
                .filter(place -> place < records)
                .toArray();
    }

    /** How many private records came through it. */
    int size() {
        return places.values().stream().mapToInt(own -> own.length).sum();
    }

    /** For names: {@code client-3}, {@code others}. */
    String label() {
        return clients.size() == 1 ? "client-" + clients.get(0) : "others";
    }

    /**
     * The smashed data {@code [N, …]} of inputs {@code [N, …]}; several clients encode one record each in turn.
     *
     * @param round by how many records their turns are shifted
     */
    INDArray encode(QueryingServerView view, INDArray inputs, int round) {
        if (clients.size() == 1) {
            return view.query(clients.get(0), inputs);
        }
        int count = Math.toIntExact(inputs.size(0));
        List<INDArray> parts = new ArrayList<>();
        int[] order = new int[count];
        int done = 0;
        for (int turn = 0; turn < clients.size(); turn++) {
            int whose = turn;
            int[] own = IntStream.range(0, count)
                    .filter(row -> (row + round) % clients.size() == whose)
                    .toArray();
            if (own.length > 0) {
                parts.add(view.query(clients.get(turn), Rows.of(inputs, own)));
            }
            for (int row : own) {
                order[row] = done++;
            }
        }
        return Rows.of(Nd4j.concat(0, parts.toArray(new INDArray[0])), order);
    }

    /** Whether the same inputs may be encoded in more than one way. */
    boolean answersDiffer(QueryingServerView view, INDArray inputs) {
        return clients.size() > 1 || view.answersDiffer(clients.get(0), inputs);
    }
}
