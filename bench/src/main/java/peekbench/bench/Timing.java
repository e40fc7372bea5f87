package peekbench.bench;

import org.apache.commons.math3.stat.StatUtils;

/** Times repeated work like the peers do: a warm-up, then the median over five runs. */
final class Timing {
    private static final int RUNS = 5;
    private static final double NANOSECONDS = 1e9;

    private Timing() {}

    /** Seconds an iteration. */
    static double seconds(int iterations, Runnable work) {
        for (int i = 0; i < Math.max(2, iterations / 5); i++) {
            work.run();
        }
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            for (int i = 0; i < iterations; i++) {
                work.run();
            }
            seconds[run] = (System.nanoTime() - start) / NANOSECONDS / iterations;
        }
        return StatUtils.percentile(seconds, 50);
    }
}
