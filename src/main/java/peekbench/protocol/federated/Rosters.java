package peekbench.protocol.federated;

import java.util.List;
import java.util.function.BiConsumer;
import peekbench.channel.Message;
import peekbench.channel.PartyId;

/** Tells clients that mask their updates, and the aggregator, whose updates are added up. */
final class Rosters {
    private final boolean wanted;
    private long sums;

    /**
     * @param wanted whether anybody masks
     */
    Rosters(boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * The sum of those who take part in a step or round.
     *
     * @param tell carries a message to a party
     * @throws IllegalStateException for a single client, whose update would be the sum
     */
    void announce(List<Integer> present, BiConsumer<PartyId, Message> tell) {
        if (!wanted) {
            return;
        }
        if (present.size() < 2) {
            throw new IllegalStateException(
                    "Client " + present.get(0) + " takes part alone, so the sum of masked updates"
                            + " would be its own. Let at least two clients take part in every step: use a larger fraction, or"
                            + " none that drop out.");
        }
        sums++;
        Message.SumBegins begins = new Message.SumBegins(sums, present);
        tell.accept(PartyId.AGGREGATOR, begins);
        present.forEach(client -> tell.accept(PartyId.client(client), begins));
    }
}
