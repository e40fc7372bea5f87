package peekbench.metric;

import org.bytedeco.openblas.global.openblas;
import peekbench.registry.Paper;

/**
 * Structural similarity of pairs of images of given size, with the paper's settings: 11x11 Gaussian window of standard
 * deviation 1.5, {@code C1 = (.01 L)²}, {@code C2 = (.03 L)²}, range {@code L = 1}, population variances, mean over the
 * places at which the whole window lies inside the image, then over channels.
 *
 * <p>{@code SSIM = (2 μa μb + C1)(2 σab + C2) / ((μa² + μb² + C1)(σa² + σb² + C2))}.
 */
@Paper(
        authors = "Wang, Bovik, Sheikh, Simoncelli",
        title = "Image quality assessment: from error visibility to structural similarity",
        year = 2004,
        venue = "IEEE Transactions on Image Processing 13(4)",
        section = "III-B, Eq. 13")
final class StructuralSimilarity {
    static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double C1 = .01 * .01;
    private static final double C2 = .03 * .03;

    /** Numbers that are filtered at once, so that they stay in the processor's second cache. */
    private static final int TOGETHER = 50_000;

    /** Maps that are filtered: both images, their squares and their product. */
    private static final int MAPS = 5;

    private final int channels;
    private final int height;
    private final int width;
    private final int innerHeight;
    private final int innerWidth;
    private final double[] rowFilter;
    private final double[] columnFilter;

    StructuralSimilarity(int channels, int height, int width) {
        if (height < WINDOW || width < WINDOW) {
            throw new IllegalArgumentException("SSIM needs images of at least " + WINDOW + "x" + WINDOW
                    + " pixels; these are " + height + "x" + width + ".");
        }
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.innerHeight = height - WINDOW + 1;
        this.innerWidth = width - WINDOW + 1;
        this.rowFilter = filter(height);
        this.columnFilter = filter(width);
    }

    /** {@code [side - WINDOW + 1, side]}: row i has the window's weights from i on. */
    private static double[] filter(int side) {
        double[] window = gaussian();
        double[] filter = new double[(side - WINDOW + 1) * side];
        for (int i = 0; i <= side - WINDOW; i++) {
            System.arraycopy(window, 0, filter, i * side + i, WINDOW);
        }
        return filter;
    }

    private static double[] gaussian() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - WINDOW / 2;
            weights[i] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /**
     * The similarity of each pair of images.
     *
     * @param a {@code [n, C, H, W]}
     * @param b the same shape
     * @return n numbers in [-1, 1]
     */
    double[] of(double[] a, double[] b) {
        int planes = a.length / (height * width);
        double[] sums = new double[planes / channels];
        int together = Math.min(planes, Math.max(1, TOGETHER / (height * width)));
        Smoothed smoothed = new Smoothed(together);
        for (int plane = 0; plane < planes; plane += together) {
            int count = Math.min(together, planes - plane);
            smoothed.take(a, b, plane, count);
            for (int i = 0; i < count; i++) {
                sums[(plane + i) / channels] += smoothed.similarity(i);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= channels;
        }
        return sums;
    }

    /** The Gaussian means of many planes: the separable window is two matrix products, one down columns, one along rows. */
    private final class Smoothed {
        /** How many planes there is room for. */
        private final int planes;
        /** {@code [H, MAPS, planes, W]}. */
        private final double[] maps;
        /** {@code [H', MAPS, planes, W]}. */
        private final double[] rows;
        /** {@code [H', MAPS, planes, W']}. */
        private final double[] means;

        Smoothed(int planes) {
            this.planes = planes;
            this.maps = new double[height * MAPS * planes * width];
            this.rows = new double[innerHeight * MAPS * planes * width];
            this.means = new double[innerHeight * MAPS * planes * innerWidth];
        }

        void take(double[] a, double[] b, int first, int count) {
            int map = planes * width;
            for (int plane = 0; plane < count; plane++) {
                for (int y = 0; y < height; y++) {
                    int from = ((first + plane) * height + y) * width;
                    int to = y * MAPS * map + plane * width;
                    for (int x = 0; x < width; x++, from++, to++) {
                        maps[to] = a[from];
                        maps[to + map] = b[from];
                        maps[to + 2 * map] = a[from] * a[from];
                        maps[to + 3 * map] = b[from] * b[from];
                        maps[to + 4 * map] = a[from] * b[from];
                    }
                }
            }
            multiply(rowFilter, false, maps, rows, innerHeight, MAPS * map, height);
            multiply(rows, true, columnFilter, means, innerHeight * MAPS * planes, innerWidth, width);
        }

        double similarity(int plane) {
            double sum = 0;
            int map = planes * innerWidth;
            for (int y = 0; y < innerHeight; y++) {
                int at = y * MAPS * map + plane * innerWidth;
                for (int x = 0; x < innerWidth; x++, at++) {
                    double meanA = means[at];
                    double meanB = means[at + map];
                    double products = meanA * meanB;
                    double squares = meanA * meanA + meanB * meanB;
                    double spread = means[at + 2 * map] + means[at + 3 * map] - squares;
                    double covariance = means[at + 4 * map] - products;
                    sum += (2 * products + C1) * (2 * covariance + C2) / ((squares + C1) * (spread + C2));
                }
            }
            return sum / (innerHeight * innerWidth);
        }
    }

    /** {@code c [rows, columns] = a b}, or a times b transposed, b then being {@code [columns, inner]}. */
    private static void multiply(
            double[] a, boolean transposed, double[] b, double[] c, int rows, int columns, int inner) {
        openblas.cblas_dgemm(
                openblas.CblasRowMajor,
                openblas.CblasNoTrans,
                transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                a,
                inner,
                b,
                transposed ? inner : columns,
                0,
                c,
                columns);
    }
}
