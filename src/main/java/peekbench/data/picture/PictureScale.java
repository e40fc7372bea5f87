package peekbench.data.picture;

import java.util.Arrays;

/**
 * Scales pictures with a triangle filter, which is bilinear interpolation where sides get longer and takes a weighted mean over
 * all that a pixel covers where they get shorter, as Pillow's {@code resize(BILINEAR)} and with it torchvision's {@code Resize}
 * do:
 *
 * <pre>
 * y_i = Σ_j w_ij x_j / Σ_j w_ij,   w_ij = max(0, 1 - |j + 1/2 - (i + 1/2) s| / max(s, 1)),   s = H / H'
 * </pre>
 *
 * along rows, rounded, and then along columns. (Java's own scaling skips pixels where sides get shorter.)
 */
final class PictureScale {
    private PictureScale() {}

    static Picture of(Picture picture, int height, int width) {
        Picture wide = picture.width() == width ? picture : columns(picture, Weights.of(picture.width(), width));
        return wide.height() == height ? wide : rows(wide, Weights.of(wide.height(), height));
    }

    /**
     * The weights of all pixels along one side.
     *
     * @param first the first of the given pixels that a new one is made of
     * @param shares of it and those after it, which sum to 1
     */
    private record Weights(int[] first, float[][] shares) {
        static Weights of(int from, int to) {
            double step = (double) from / to;
            double reach = Math.max(step, 1);
            int[] first = new int[to];
            float[][] shares = new float[to][];
            for (int place = 0; place < to; place++) {
                double centre = (place + .5) * step;
                first[place] = Math.max(0, (int) (centre - reach + .5));
                int end = Math.min(from, (int) (centre + reach + .5));
                double[] weights = new double[end - first[place]];
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    weights[j] = Math.max(0, 1 - Math.abs(first[place] + j + .5 - centre) / reach);
                    sum += weights[j];
                }
                shares[place] = new float[weights.length];
                for (int j = 0; j < weights.length; j++) {
                    shares[place][j] = (float) (weights[j] / sum);
                }
            }
            return new Weights(first, shares);
        }

        int length() {
            return first.length;
        }
    }

    private static Picture columns(Picture picture, Weights weights) {
        int rows = picture.channels() * picture.height();
        byte[] from = picture.numbers();
        byte[] scaled = new byte[rows * weights.length()];
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < weights.length(); x++) {
                float[] shares = weights.shares()[x];
                int at = row * picture.width() + weights.first()[x];
                float sum = .5f;
                for (int j = 0; j < shares.length; j++) {
                    sum += shares[j] * (from[at + j] & 0xff);
                }
                scaled[row * weights.length() + x] = (byte) (int) sum;
            }
        }
        return new Picture(picture.channels(), picture.height(), weights.length(), scaled);
    }

    private static Picture rows(Picture picture, Weights weights) {
        int width = picture.width();
        byte[] from = picture.numbers();
        byte[] scaled = new byte[picture.channels() * weights.length() * width];
        float[] sums = new float[width];
        for (int channel = 0; channel < picture.channels(); channel++) {
            for (int y = 0; y < weights.length(); y++) {
                float[] shares = weights.shares()[y];
                Arrays.fill(sums, .5f);
                for (int j = 0; j < shares.length; j++) {
                    int at = (channel * picture.height() + weights.first()[y] + j) * width;
                    for (int x = 0; x < width; x++) {
                        sums[x] += shares[j] * (from[at + x] & 0xff);
                    }
                }
                int to = (channel * weights.length() + y) * width;
                for (int x = 0; x < width; x++) {
                    scaled[to + x] = (byte) (int) sums[x];
                }
            }
        }
        return new Picture(picture.channels(), weights.length(), width, scaled);
    }
}
