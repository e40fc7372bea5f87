package peekbench.report.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import peekbench.registry.Paper;

/** Corrects p values of several tests, so that the chance of any false alarm among them stays below the level. */
@Paper(
        authors = "Holm",
        title = "A simple sequentially rejective multiple test procedure",
        year = 1979,
        venue = "Scandinavian Journal of Statistics 6(2)",
        section = "3")
public final class Holm {
    private Holm() {}

    /**
     * The i-th smallest of m becomes {@code max_{j <= i} min(1, (m - j + 1) p_j)}.
     *
     * @param p values of all tests made
     * @return the corrected ones, in the same order
     */
    public static double[] adjusted(List<Double> p) {
        int[] order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparingDouble(p::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[order.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * p.get(order[i])));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
