package peekbench.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import peekbench.seed.Seed;

/** Members and others in the order of their scores, the highest first. */
public final class RankedRecords {
    /** The place of each record, in the order in which they were given. */
    private final int[] places;

    private final boolean[] member;
    /** Where a run of equal scores ends, exclusively. */
    private final int[] runEnds;

    /** Which records are drawn anew for an interval. */
    public enum Draw {
        /** As many members as there are, and as many others. */
        EACH_KIND,
        /** As many records as there are, of either kind; draws of a single kind are left out. */
        ALL_RECORDS
    }

    private RankedRecords(int[] places, boolean[] member, int[] runEnds) {
        this.places = places;
        this.member = member;
        this.runEnds = runEnds;
    }

    /**
     * Puts records in order.
     *
     * @param scores one a record, none of them NaN
     * @param members whether the record is a member; there must be members and others
     * @throws IllegalArgumentException when the sizes differ or all records are alike
     */
    public static RankedRecords of(double[] scores, boolean[] members) {
        long positives =
                IntStream.range(0, members.length).filter(i -> members[i]).count();
        if (scores.length != members.length || positives == 0 || positives == members.length) {
            throw new IllegalArgumentException("Ranked records are members and others, each with a score; there are "
                    + scores.length + " scores and " + positives + " members of " + members.length + " records.");
        }
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .toList();
        int[] places = new int[scores.length];
        boolean[] sorted = new boolean[scores.length];
        List<Integer> ends = new ArrayList<>();
        for (int place = 0; place < sorted.length; place++) {
            places[order.get(place)] = place;
            sorted[place] = members[order.get(place)];
            if (place + 1 == sorted.length
                    || Double.compare(scores[order.get(place)], scores[order.get(place + 1)]) != 0) {
                ends.add(place + 1);
            }
        }
        return new RankedRecords(
                places, sorted, ends.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The curve over all thresholds. */
    public RocCurve curve() {
        int[] once = new int[member.length];
        Arrays.fill(once, 1);
        return curve(once);
    }

    /** The curve of these records when each counts so many times. */
    private RocCurve curve(int... times) {
        double[] memberRuns = new double[runEnds.length];
        double[] otherRuns = new double[runEnds.length];
        int from = 0;
        for (int run = 0; run < runEnds.length; run++) {
            for (int place = from; place < runEnds[run]; place++) {
                (member[place] ? memberRuns : otherRuns)[run] += times[place];
            }
            from = runEnds[run];
        }
        return new RocCurve(memberRuns, otherRuns);
    }

    /**
     * The 95 % percentile interval of a figure of the curve, by bootstrap over records.
     *
     * @param figure computed of each drawn curve
     * @param draw which records are drawn
     * @param resamples how often
     * @param seed names the draws
     */
    public Interval interval(ToDoubleFunction<RocCurve> figure, Draw draw, int resamples, Seed seed) {
        List<int[]> kinds = draw == Draw.EACH_KIND ? List.of(places(true), places(false)) : List.of(places);
        double[] figures = Bootstrap.figures(resamples, seed, generator -> {
            int[] times = new int[member.length];
            kinds.forEach(kind -> draw(kind, times, generator));
            return figure.applyAsDouble(curve(times));
        });
        double[] defined =
                Arrays.stream(figures).filter(value -> !Double.isNaN(value)).toArray();
        return Quantiles.middle(defined, Bootstrap.LEVEL);
    }

    private int[] places(boolean ofMembers) {
        return IntStream.range(0, member.length)
                .filter(i -> member[i] == ofMembers)
                .toArray();
    }

    private static void draw(int[] from, int[] times, RandomGenerator generator) {
        for (int i = 0; i < from.length; i++) {
            times[from[generator.nextInt(from.length)]]++;
        }
    }
}
