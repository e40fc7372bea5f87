package peekbench.plan.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How fast one thread of this machine multiplies matrices: operations a second, a multiplication and an addition counted as two. */
final class MachineSpeed {
    private static final int SIDE = 256;
    private static final int REPEATS = 40;
    private static final double NANOSECONDS = 1e9;

    private MachineSpeed() {}

    /** Measured once, which takes about a second, and kept in a file of the cache folder. */
    static double measured(Path cache) {
        Path file = cache.resolve("speed-"
                + System.getProperty("os.arch") + "-"
                + Runtime.getRuntime().availableProcessors() + ".txt");
        try {
            if (Files.exists(file)) {
                double known = Double.parseDouble(Files.readString(file).strip());
                if (known > 0) {
                    return known;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Measured anew.
            return measure();
        }
        double speed = measure();
        try {
            Files.createDirectories(cache);
            Files.writeString(file, speed + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The cache folder (" + cache + ") cannot be written to.", e);
        }
        return speed;
    }

    private static double measure() {
        INDArray left = Nd4j.ones(DataType.FLOAT, SIDE, SIDE);
        INDArray right = Nd4j.ones(DataType.FLOAT, SIDE, SIDE);
        INDArray product = Nd4j.create(DataType.FLOAT, SIDE, SIDE);
        double best = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long start = System.nanoTime();
            left.mmuli(right, product);
            best = Math.max(best, 2. * SIDE * SIDE * SIDE * NANOSECONDS / (System.nanoTime() - start));
        }
        return best;
    }
}
