package peekbench.protocol.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import peekbench.seed.Seed;

/** Who takes part in each epoch, in the order of the epochs. */
public final class Attendance {
    private final Participation options;
    private final int clients;
    private final Seed seed;
    private final BitSet there = new BitSet();

    /**
     * @param clients how many there are
     * @param seed of the attendance, the same for all clients
     */
    public Attendance(Participation options, int clients, Seed seed) {
        this.options = options;
        this.clients = options.ever(clients);
        this.seed = seed;
        there.set(0, this.clients);
    }

    /** The numbers of those who take part, ascending; to be asked once an epoch. */
    public List<Integer> of(int epoch) {
        Seed drawn = seed.child("epoch-" + epoch);
        if (options.dropOut() > 0) {
            comeAndGo(drawn.child("come-and-go").generator());
        }
        int[] present = there.isEmpty()
                ? IntStream.range(0, clients).toArray()
                : there.stream().toArray();
        int count = options.count(present.length);
        if (count == present.length) {
            return Arrays.stream(present).boxed().toList();
        }
        List<Integer> chosen = new ArrayList<>();
        for (int place : Arrays.copyOf(drawn.child("choice").permutation(present.length), count)) {
            chosen.add(present[place]);
        }
        chosen.sort(null);
        return chosen;
    }

    private void comeAndGo(RandomGenerator generator) {
        for (int client = 0; client < clients; client++) {
            double draw = generator.nextDouble();
            there.set(client, there.get(client) ? draw >= options.dropOut() : draw < options.comeBack());
        }
    }
}
