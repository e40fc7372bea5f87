package peekbench.metric;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How near reconstructions come to originals, one number a pair. Images are {@code [n, C, H, W]} in [0, 1]; nothing is
 * stretched or rounded before it is compared.
 */
public final class ImageMetrics {
    /** Height and width, in pixels, below which images have no structural similarity: its window does not fit. */
    public static final int SMALLEST_SIDE = StructuralSimilarity.WINDOW;

    private ImageMetrics() {}

    /** Mean squared error over all numbers of a pair; also for vectors {@code [n, F]}. */
    public static double[] meanSquaredError(INDArray originals, INDArray reconstructions) {
        return perExample(originals, reconstructions, (a, b) -> {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
            return sum / a.length;
        });
    }

    /** Peak signal-to-noise ratio {@code 10 log10(1 / MSE)} in dB, peak 1; infinite for a perfect reconstruction. */
    public static double[] peakSignalToNoise(INDArray originals, INDArray reconstructions) {
        double[] errors = meanSquaredError(originals, reconstructions);
        for (int i = 0; i < errors.length; i++) {
            errors[i] = 10 * Math.log10(1 / errors[i]);
        }
        return errors;
    }

    /**
     * Structural similarity, see {@link StructuralSimilarity}.
     *
     * @throws IllegalArgumentException when a side of the images is smaller than {@link #SMALLEST_SIDE}
     */
    public static double[] structuralSimilarity(INDArray originals, INDArray reconstructions) {
        if (originals.rank() != 4) {
            throw new IllegalArgumentException(
                    "SSIM compares images [n, C, H, W]; it got rank " + originals.rank() + ".");
        }
        StructuralSimilarity similarity = new StructuralSimilarity(
                Math.toIntExact(originals.size(1)),
                Math.toIntExact(originals.size(2)),
                Math.toIntExact(originals.size(3)));
        checkPairs(originals, reconstructions);
        return similarity.of(numbers(originals), numbers(reconstructions));
    }

    private static double[] perExample(
            INDArray originals, INDArray reconstructions, ToDoubleBiFunction<double[], double[]> measure) {
        checkPairs(originals, reconstructions);
        int n = Math.toIntExact(originals.size(0));
        int length = Math.toIntExact(originals.length() / n);
        double[] left = numbers(originals);
        double[] right = numbers(reconstructions);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = measure.applyAsDouble(
                    Arrays.copyOfRange(left, i * length, (i + 1) * length),
                    Arrays.copyOfRange(right, i * length, (i + 1) * length));
        }
        return values;
    }

    private static void checkPairs(INDArray originals, INDArray reconstructions) {
        if (!Arrays.equals(originals.shape(), reconstructions.shape())) {
            throw new IllegalArgumentException("Originals are " + Arrays.toString(originals.shape())
                    + ", reconstructions " + Arrays.toString(reconstructions.shape())
                    + "; they must be pairs of one shape.");
        }
    }

    private static double[] numbers(INDArray images) {
        return images.dup('c').data().asDouble();
    }
}
