package peekbench.protocol.adasplit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the clients that a server learns from, by an upper confidence bound (Chopra et al. 2021, section 3.2, Eq. 6). Client
 * i's advantage is {@code l_i / s_i + sqrt(2 ln T / s_i)} with {@code l_i = Σ_t γ^(T-1-t) L_i^t}, {@code s_i = Σ_t γ^(T-1-t)
 * S_i^t} over the T entries so far: L is the server's loss on a batch that the client sent, or the mean of its last two
 * entries where it sent none; S is 1 or 0 accordingly. The first two entries are L = 100, S = 1 for all.
 *
 * <p>Deviation: entries go on from epoch to epoch, where the paper has T count the iterations of a round. γ forgets them.
 */
final class Orchestrator {
    private static final double FIRST_LOSS = 100;

    private final double discount;
    private final double[] last;
    private final double[] beforeLast;
    private final double[] losses;
    private final double[] choices;
    private final Map<Integer, Double> heard = new TreeMap<>();
    private int entries = 2;

    /**
     * @param clients how many there are
     * @param discount γ, in (0, 1]
     */
    Orchestrator(int clients, double discount) {
        this.discount = discount;
        this.last = filled(clients, FIRST_LOSS);
        this.beforeLast = filled(clients, FIRST_LOSS);
        this.losses = filled(clients, (1 + discount) * FIRST_LOSS);
        this.choices = filled(clients, 1 + discount);
    }

    private static double[] filled(int clients, double value) {
        double[] values = new double[clients];
        Arrays.fill(values, value);
        return values;
    }

    /** The advantage of each client. */
    double[] advantages() {
        double[] advantages = new double[losses.length];
        for (int client = 0; client < advantages.length; client++) {
            advantages[client] = losses[client] / choices[client] + Math.sqrt(2 * Math.log(entries) / choices[client]);
        }
        return advantages;
    }

    /** The {@code count} candidates of the largest advantage, ascending; of equal ones, those of the smaller numbers. */
    List<Integer> choose(Collection<Integer> candidates, int count) {
        double[] advantages = advantages();
        return candidates.stream()
                .sorted(Comparator.<Integer>comparingDouble(client -> -advantages[client])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .sorted()
                .toList();
    }

    /** Takes note of the server's loss on the batch of a chosen client. */
    void heard(int client, double loss) {
        heard.put(client, loss);
    }

    /** Ends an iteration: every client gets an entry. */
    void endIteration() {
        for (int client = 0; client < losses.length; client++) {
            boolean sent = heard.containsKey(client);
            double loss = heard.getOrDefault(client, (last[client] + beforeLast[client]) / 2);
            losses[client] = discount * losses[client] + loss;
            choices[client] = discount * choices[client] + (sent ? 1 : 0);
            beforeLast[client] = last[client];
            last[client] = loss;
        }
        heard.clear();
        entries++;
    }
}
