package peekbench.metric;

import peekbench.registry.Paper;

/**
 * Structural similarity of one pair of images of given size, with the paper's settings: 11x11 Gaussian window of standard
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

    private final int channels;
    private final int height;
    private final int width;
    private final double[] window;

    StructuralSimilarity(int channels, int height, int width) {
        if (height < WINDOW || width < WINDOW) {
            throw new IllegalArgumentException("SSIM needs images of at least " + WINDOW + "x" + WINDOW
                    + " pixels; these are " + height + "x" + width + ".");
        }
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.window = gaussian();
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

    /** The similarity of two images {@code [C, H, W]}, in [-1, 1]. */
    double of(double[] a, double[] b) {
        int plane = height * width;
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += ofPlane(a, b, channel * plane);
        }
        return sum / channels;
    }

    private double ofPlane(double[] a, double[] b, int offset) {
        int plane = height * width;
        double[] meanA = new double[plane];
        double[] meanB = new double[plane];
        double[] squareA = new double[plane];
        double[] squareB = new double[plane];
        double[] product = new double[plane];
        for (int i = 0; i < plane; i++) {
            double left = a[offset + i];
            double right = b[offset + i];
            meanA[i] = left;
            meanB[i] = right;
            squareA[i] = left * left;
            squareB[i] = right * right;
            product[i] = left * right;
        }
        double[] muA = smoothed(meanA);
        double[] muB = smoothed(meanB);
        double[] varianceA = smoothed(squareA);
        double[] varianceB = smoothed(squareB);
        double[] covariance = smoothed(product);
        double sum = 0;
        for (int i = 0; i < muA.length; i++) {
            double products = muA[i] * muB[i];
            double squares = muA[i] * muA[i] + muB[i] * muB[i];
            double spread = varianceA[i] + varianceB[i] - squares;
            sum += (2 * products + C1) * (2 * (covariance[i] - products) + C2) / ((squares + C1) * (spread + C2));
        }
        return sum / muA.length;
    }

    /** The Gaussian mean at each place where the window fits, rows first, then columns. */
    private double[] smoothed(double[] image) {
        int innerWidth = width - WINDOW + 1;
        int innerHeight = height - WINDOW + 1;
        double[] rows = new double[height * innerWidth];
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < WINDOW; k++) {
                for (int x = 0; x < innerWidth; x++) {
                    rows[y * innerWidth + x] += window[k] * image[y * width + x + k];
                }
            }
        }
        double[] result = new double[innerHeight * innerWidth];
        for (int y = 0; y < innerHeight; y++) {
            for (int k = 0; k < WINDOW; k++) {
                for (int x = 0; x < innerWidth; x++) {
                    result[y * innerWidth + x] += window[k] * rows[(y + k) * innerWidth + x];
                }
            }
        }
        return result;
    }
}
