package peekbench.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.seed.Seed;

/**
 * The bias-corrected squared distance correlation beside what it would be if the pairs had nothing to do with each other:
 * the pairing is shuffled many times.
 *
 * @param value of the pairs as they are
 * @param p {@code (1 + permutations with at least that value) / (1 + permutations)}
 * @param nullInterval the middle 95 % of the shuffled values
 */
public record PermutationTest(double value, double p, Interval nullInterval) {
    private static final double LEVEL = .95;

    /**
     * Runs the test.
     *
     * @param x {@code [n, …]}
     * @param z {@code [n, …]}
     * @param permutations how many shuffles, at least 1
     * @param seed names the shuffles
     */
    public static PermutationTest of(INDArray x, INDArray z, int permutations, Seed seed) {
        return of(List.of(new PairedSamples(x, z)), permutations, seed);
    }

    /**
     * Runs the test on groups between which nothing is compared, as where each has another function from x to z: the value is the
     * mean over groups, weighted by their sizes, and pairs are shuffled within groups.
     *
     * @param groups at least one
     * @param permutations how many shuffles, at least 1
     * @param seed names the shuffles
     */
    public static PermutationTest of(List<PairedSamples> groups, int permutations, Seed seed) {
        double all = groups.stream().mapToDouble(PairedSamples::size).sum();
        double value = 0;
        double unshuffled = 0;
        double[] shuffled = new double[permutations];
        for (int group = 0; group < groups.size(); group++) {
            PairedSamples pair = groups.get(group);
            Samples.checkPaired(pair.x(), pair.z(), 4);
            double share = pair.size() / all;
            double[] a = DistanceMatrix.of(pair.x()).unbiasedlyCentred();
            double[] b = DistanceMatrix.of(pair.z()).unbiasedlyCentred();
            Seed own = group == 0 ? seed : seed.child("group-" + group);
            double scale = Math.sqrt(DistanceCorrelation.dot(a, a) * DistanceCorrelation.dot(b, b));
            value += share * DistanceCorrelation.correlation(a, b);
            if (scale > 0) {
                unshuffled += share
                        * (shuffledDot(a, b, IntStream.range(0, pair.size()).toArray()) / scale);
                for (int k = 0; k < permutations; k++) {
                    int[] order = own.child("permutation-" + k).permutation(pair.size());
                    shuffled[k] += share * (shuffledDot(a, b, order) / scale);
                }
            }
        }
        int atLeast = 0;
        for (double one : shuffled) {
            atLeast += one >= unshuffled ? 1 : 0;
        }
        Arrays.sort(shuffled);
        return new PermutationTest(value, (1.0 + atLeast) / (1.0 + permutations), Quantiles.middle(shuffled, LEVEL));
    }

    /**
     * {@code Σ a_ij b_σ(i)σ(j)} of symmetric matrices with a diagonal of zeros: twice the part below the diagonal. Two sums run
     * side by side, since each addition waits for the one before it.
     */
    private static double shuffledDot(double[] a, double[] b, int[] order) {
        int n = order.length;
        double even = 0;
        double odd = 0;
        for (int i = 1; i < n; i++) {
            int row = i * n;
            int other = order[i] * n;
            int j = 0;
            for (; j < i - 1; j += 2) {
                even += a[row + j] * b[other + order[j]];
                odd += a[row + j + 1] * b[other + order[j + 1]];
            }
            if (j < i) {
                even += a[row + j] * b[other + order[j]];
            }
        }
        return 2 * (even + odd);
    }
}
