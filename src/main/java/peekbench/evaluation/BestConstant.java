package peekbench.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.ImageMetrics;
import peekbench.nn.Rows;
import peekbench.nn.array.Shape;

/**
 * The image of one brightness that comes nearest to somebody's images on average: by SSIM, or by mean squared error where they
 * are too small for it. It is a floor of its own, since the mean image, which is best by squared error, is not so by SSIM.
 */
final class BestConstant {
    private static final int LEVELS = 16;
    /** Images that it is chosen by, the first ones. */
    private static final int MOST = 100;

    private BestConstant() {}

    /**
     * The image.
     *
     * @param images {@code [N, C, H, W]} in [0, 1]
     * @return {@code [1, C, H, W]}
     */
    static INDArray of(INDArray images) {
        int count = Math.toIntExact(Math.min(MOST, images.size(0)));
        INDArray some = Rows.of(images, IntStream.range(0, count).toArray());
        INDArray best = some;
        double most = Double.NEGATIVE_INFINITY;
        for (int level = 0; level <= LEVELS; level++) {
            INDArray constant = some.mul(0).addi((double) level / LEVELS);
            double likeness = likeness(some, constant);
            if (likeness > most) {
                most = likeness;
                best = constant;
            }
        }
        return Rows.of(best, 0);
    }

    private static double likeness(INDArray images, INDArray constant) {
        Shape shape = Shape.ofExample(images.shape());
        boolean windowed = Math.min(shape.size(1), shape.size(2)) >= ImageMetrics.SMALLEST_SIDE;
        return windowed
                ? mean(ImageMetrics.structuralSimilarity(images, constant))
                : -mean(ImageMetrics.meanSquaredError(images, constant));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
