package peekbench.bench.workspace;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Something that was measured.
 *
 * @param what for a person
 * @param seconds on the clock
 * @param heap most bytes of the Java heap in use at a time; negative where it was another process's
 * @param bar what it may take at most, in seconds; not a number where nothing was promised
 */
record Step(String what, double seconds, long heap, double bar) {
    static final double NO_BAR = Double.NaN;
    private static final double MEBIBYTE = 1 << 20;

    /**
     * Does something and measures it.
     *
     * @param work gives what there is to say of what came out
     */
    static Step of(String what, double bar, Supplier<String> work) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        long begin = System.nanoTime();
        String more = work.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Step(what + (more.isEmpty() ? "" : ": " + more), seconds, heap, bar);
    }

    /** As a row of a table. */
    String row() {
        String reached = Double.isNaN(bar) ? "" : seconds <= bar ? "yes" : "no";
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %s | %s | %s |",
                what,
                seconds,
                heap < 0 ? "" : String.format(Locale.ROOT, "%.0f", heap / MEBIBYTE),
                Double.isNaN(bar) ? "" : String.format(Locale.ROOT, "%.0f", bar),
                reached);
    }
}
