package peekbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.seed.Seed;

/** The steps that partitions share. */
final class Dealing {
    private Dealing() {}

    static int[] shuffled(int[] indices, Seed seed) {
        return Arrays.stream(seed.child("order").permutation(indices.length))
                .map(i -> indices[i])
                .toArray();
    }

    /** Consecutive runs whose lengths differ by one at most. */
    static List<int[]> evenRuns(int[] indices, int parts) {
        List<int[]> runs = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) indices.length * part / parts);
            int to = (int) ((long) indices.length * (part + 1) / parts);
            runs.add(Arrays.copyOfRange(indices, from, to));
        }
        return runs;
    }

    static List<List<Integer>> emptyParts(int parts) {
        List<List<Integer>> empty = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            empty.add(new ArrayList<>());
        }
        return empty;
    }

    /** Adds consecutive runs in proportion to the shares. */
    static void byShares(int[] members, double[] shares, List<List<Integer>> parts) {
        double sum = Arrays.stream(shares).sum();
        double reached = 0;
        int from = 0;
        for (int part = 0; part < shares.length; part++) {
            reached += shares[part];
            int to = part == shares.length - 1 ? members.length : (int) Math.round(members.length * reached / sum);
            for (int i = from; i < to; i++) {
                parts.get(part).add(members[i]);
            }
            from = to;
        }
    }

    static List<int[]> arrays(List<List<Integer>> parts) {
        return parts.stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
