package peekbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.seed.Seed;

/** Records in an order, of which some stay together: those of a group where the data set has groups, else none. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Bundles {
    private final Dataset dataset;
    private final List<int[]> bundles;

    private Bundles(Dataset dataset, List<int[]> bundles) {
        this.dataset = dataset;
        this.bundles = bundles;
    }

    /** Those records, each with others of its group. */
    static Bundles of(Dataset dataset, int[] indices) {
        if (dataset.groupName().isEmpty()) {
            return new Bundles(
                    dataset,
                    Arrays.stream(indices).mapToObj(index -> new int[] {index}).toList());
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int index : indices) {
            groups.computeIfAbsent(dataset.group(index).orElseThrow(), group -> new ArrayList<>())
                    .add(index);
        }
        return new Bundles(dataset, groups.values().stream().map(Bundles::array).toList());
    }

    private static int[] array(List<Integer> records) {
        return records.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return bundles.size();
    }

    private int records() {
        return bundles.stream().mapToInt(bundle -> bundle.length).sum();
    }

    /** Each bundle's records. */
    Stream<int[]> stream() {
        return bundles.stream();
    }

    Bundles shuffled(Seed seed) {
        return new Bundles(
                dataset,
                Arrays.stream(seed.child("order").permutation(size()))
                        .mapToObj(bundles::get)
                        .toList());
    }

    /** Classes one after the other, bundles of a class in this order. */
    Bundles sortedByClass() {
        List<int[]> sorted = new ArrayList<>();
        for (int label = 0; label < dataset.task().outputs(); label++) {
            sorted.addAll(ofClass(label).bundles);
        }
        return new Bundles(dataset, sorted);
    }

    /** The bundles most of whose records are of a class; of classes as frequent, the one of the smallest number counts. */
    Bundles ofClass(int label) {
        return new Bundles(
                dataset,
                bundles.stream().filter(bundle -> label(bundle) == label).toList());
    }

    private int label(int[] bundle) {
        if (bundle.length == 1) {
            return dataset.label(bundle[0]);
        }
        int[] counts = new int[dataset.task().outputs()];
        Arrays.stream(bundle).forEach(index -> counts[dataset.label(index)]++);
        return IntStream.range(0, counts.length)
                .reduce((best, label) -> counts[label] > counts[best] ? label : best)
                .orElseThrow();
    }

    /** The same bundles, classes in turn so that each run is as balanced as the data allow. */
    Bundles balanced() {
        if (!(dataset.task() instanceof Task.Classification)) {
            return this;
        }
        List<List<Integer>> classes = new ArrayList<>();
        IntStream.range(0, dataset.task().outputs()).forEach(label -> classes.add(new ArrayList<>()));
        for (int place = 0; place < size(); place++) {
            classes.get(label(bundles.get(place))).add(place);
        }
        return new Bundles(
                dataset,
                Arrays.stream(Interleaving.proportional(classes))
                        .mapToObj(bundles::get)
                        .toList());
    }

    /**
     * Consecutive runs whose numbers of records differ by one at most, or by a bundle; none is empty where there are as many
     * bundles as runs.
     */
    List<int[]> evenRuns(int parts) {
        long all = records();
        long[] ends = IntStream.rangeClosed(1, parts)
                .mapToLong(part -> all * part / parts)
                .toArray();
        return runs(ends, size() >= parts);
    }

    /** Consecutive runs in proportion to the shares. */
    List<int[]> byShares(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        long[] ends = new long[shares.length];
        double reached = 0;
        for (int part = 0; part < shares.length; part++) {
            reached += shares[part];
            ends[part] = part == shares.length - 1 ? records() : Math.round(records() * reached / sum);
        }
        return runs(ends, false);
    }

    /** A bundle goes to the run in which its middle lies. */
    private List<int[]> runs(long[] ends, boolean noneEmpty) {
        List<List<Integer>> runs = new ArrayList<>();
        IntStream.range(0, ends.length).forEach(part -> runs.add(new ArrayList<>()));
        int part = 0;
        long start = 0;
        for (int place = 0; place < size(); place++) {
            int[] bundle = bundles.get(place);
            while (part < ends.length - 1
                    && start + bundle.length / 2.0 >= ends[part]
                    && !(noneEmpty && runs.get(part).isEmpty())) {
                part++;
            }
            if (noneEmpty
                    && size() - place == ends.length - 1 - part
                    && !runs.get(part).isEmpty()) {
                part++;
            }
            for (int index : bundle) {
                runs.get(part).add(index);
            }
            start += bundle.length;
        }
        return runs.stream().map(Bundles::array).toList();
    }
}
