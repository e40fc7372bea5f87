package peekbench.attack.federated;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import peekbench.seed.Seed;
import peekbench.threat.observation.AuxiliaryData;

/**
 * The attacker's records by class.
 *
 * @param labels of all records
 * @param rows of each class, in the order of the records
 */
record ClassRecords(List<Integer> labels, List<List<Integer>> rows) {
    ClassRecords {
        labels = List.copyOf(labels);
        rows = rows.stream().map(List::copyOf).toList();
    }

    static ClassRecords of(AuxiliaryData data, int classes) {
        List<List<Integer>> rows = new ArrayList<>();
        IntStream.range(0, classes).forEach(k -> rows.add(new ArrayList<>()));
        for (int row = 0; row < data.labels().size(); row++) {
            rows.get(data.labels().get(row)).add(row);
        }
        return new ClassRecords(data.labels(), rows);
    }

    boolean isEmpty() {
        return rows.stream().allMatch(List::isEmpty);
    }

    /**
     * Draws records with replacement: the class of each by the mix, without classes of which there are none.
     *
     * @param mix shares that sum to 1
     */
    int[] draw(double[] mix, int count, Seed seed) {
        RandomGenerator generator = seed.generator();
        double there = IntStream.range(0, mix.length)
                .filter(k -> !rows.get(k).isEmpty())
                .mapToDouble(k -> mix[k])
                .sum();
        int[] drawn = new int[count];
        for (int n = 0; n < count; n++) {
            double left = generator.nextDouble() * there;
            int chosen = -1;
            for (int k = 0; k < mix.length && (left >= 0 || chosen < 0); k++) {
                if (!rows.get(k).isEmpty()) {
                    chosen = k;
                    left -= mix[k];
                }
            }
            List<Integer> ofClass = rows.get(chosen);
            drawn[n] = ofClass.get(generator.nextInt(ofClass.size()));
        }
        return drawn;
    }

    /** The share of each class among these records. */
    double[] mix(int[] drawn) {
        double[] mix = new double[rows.size()];
        for (int row : drawn) {
            mix[labels.get(row)] += 1.0 / drawn.length;
        }
        return mix;
    }
}
