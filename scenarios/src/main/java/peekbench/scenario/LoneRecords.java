package peekbench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

/**
 * Losses that compare the records of a batch with each other, and batches that hold one record only, on which they do
 * nothing.
 *
 * @param protocol that is trained
 * @param arm with these defenses
 * @param training in these steps
 */
public record LoneRecords(ProtocolOptions protocol, List<DefenseOptions> arm, TrainingOptions training) {
    private static final int MOST_NAMED = 5;

    public LoneRecords {
        arm = List.copyOf(arm);
    }

    /** Why nothing comes of such a loss whatever the records are, as the end of a sentence; empty where something does. */
    Optional<String> reasonAgainst() {
        return reasonAgainst(new int[] {Integer.MAX_VALUE});
    }

    /**
     * The same of clients that have so many records.
     *
     * @param records of each client
     */
    Optional<String> reasonAgainst(int... records) {
        int largest = IntStream.of(records).map(this::step).max().orElse(0);
        return largest == 1
                ? comparing()
                        .map(who -> who + " compares the records of a batch with each other, and every batch has one")
                : Optional.empty();
    }

    /**
     * What to say of batches of one record among larger ones; empty where there are none, or nothing that they matter to.
     *
     * @param records of each client
     */
    public Optional<String> remark(List<int[]> records) {
        List<Integer> concerned = IntStream.range(0, records.size())
                .filter(client -> endsAlone(records.get(client).length))
                .boxed()
                .toList();
        return concerned.isEmpty()
                ? Optional.empty()
                : comparing()
                        .map(who -> who + " compares the records of a batch with each other, and the last batch of each"
                                + " epoch has one record at " + clients(concerned, records.size())
                                + ", so it did nothing to that record then.");
    }

    private boolean endsAlone(int records) {
        return records % step(records) == 1 || records == 1;
    }

    private int step(int records) {
        return protocol.recordsAStep(records, training);
    }

    private static String clients(List<Integer> some, int all) {
        String named = some.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String rest = some.size() > MOST_NAMED ? " and others" : "";
        return (some.size() == 1 ? "client " : "clients ") + named + rest + " (" + some.size() + " of " + all + ")";
    }

    private Optional<String> comparing() {
        List<String> who = new ArrayList<>();
        if (protocol.smallestBatch() > 1) {
            who.add("the clients' loss of " + protocol.label());
        }
        arm.stream()
                .filter(defense -> defense.smallestBatch() > 1)
                .map(DefenseOptions::label)
                .forEach(who::add);
        return who.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", who));
    }
}
