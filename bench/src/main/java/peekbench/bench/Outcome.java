package peekbench.bench;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The measurements of a contest.
 *
 * @param contest what was measured
 * @param own seconds an iteration, one a round
 * @param peer seconds an iteration, one a round
 */
record Outcome(Contest contest, double[] own, double[] peer) {
    private static final double MEDIAN = 50;

    /** How many times faster Peekbench was in each round, smallest first. */
    double[] ratios() {
        double[] ratios = new double[own.length];
        for (int round = 0; round < own.length; round++) {
            ratios[round] = peer[round] / own[round];
        }
        Arrays.sort(ratios);
        return ratios;
    }

    /** A row of the table: work, peer, milliseconds of both, range of ratios, bar. */
    String row() {
        double[] ratios = ratios();
        double ratio = StatUtils.percentile(ratios, MEDIAN);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f (%.2f to %.2f) | %.1f | %s |",
                contest.work(),
                contest.peerName(),
                1e3 * StatUtils.percentile(own, MEDIAN),
                1e3 * StatUtils.percentile(peer, MEDIAN),
                ratio,
                ratios[0],
                ratios[ratios.length - 1],
                contest.bar(),
                ratio >= contest.bar() ? "yes" : "no");
    }
}
