package peekbench.attack;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** Records that attacks are tested on: soft blobs, and rows whose columns have very different scales. */
public final class AttackSamples {
    private AttackSamples() {}

    /** Where the blobs of images lie and how wide they are. */
    @FunctionalInterface
    public interface Blobs {
        /**
         * The next blob.
         *
         * @param number of the image
         */
        Blob next(int number, RandomGenerator generator);

        /** Blobs at least so far from the edge, and at most so wide. */
        static Blobs anywhere(int side, double margin, double widest) {
            return (number, generator) -> new Blob(
                    generator.nextDouble(margin, side - margin),
                    generator.nextDouble(margin, side - margin),
                    generator.nextDouble(1, widest));
        }
    }

    /** A blob in pixels. */
    public record Blob(double top, double left, double width) {}

    /** Square images {@code [examples, 1, side, side]} of a soft blob each. */
    public static INDArray blobs(String name, int examples, Shape image, Blobs blobs) {
        RandomGenerator generator = Seed.of(11).child(name).generator();
        float[] pixels = new float[examples * image.length()];
        int side = image.size(1);
        for (int n = 0; n < examples; n++) {
            Blob blob = blobs.next(n, generator);
            for (int i = 0; i < image.length(); i++) {
                int row = i / side;
                int column = i % side;
                double distance = Math.hypot(row - blob.top(), column - blob.left()) / blob.width();
                pixels[n * image.length() + i] = (float) Math.exp(-distance * distance);
            }
        }
        return Nd4j.create(pixels, image.withBatch(examples), 'c');
    }

    /**
     * Rows whose columns have very different scales.
     *
     * @param smallest power of ten of the first column; each column after it is ten times as large
     */
    public static INDArray rows(String name, int examples, Shape row, int smallest) {
        RandomGenerator generator = Seed.of(12).child(name).generator();
        float[] values = new float[examples * row.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((generator.nextGaussian() + 2) * Math.pow(10, i % row.length() + smallest));
        }
        return Nd4j.create(values, row.withBatch(examples), 'c');
    }
}
