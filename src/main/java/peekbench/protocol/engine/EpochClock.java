package peekbench.protocol.engine;

/** Measures the training time of an epoch. */
final class EpochClock {
    private static final double NANOSECONDS = 1e9;

    private final long start = System.nanoTime();

    double seconds() {
        return (System.nanoTime() - start) / NANOSECONDS;
    }
}
