package peekbench.data;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;

/**
 * Makes images of one data set fit the shape of another's. Colours become grey by luminance ({@code .299 R + .587 G + .114
 * B}), grey becomes three equal colours, and sides are scaled by bilinear interpolation between pixel centres:
 *
 * <pre>
 * y = (i + 1/2) · H / H' - 1/2,   clamped to [0, H - 1]
 * </pre>
 *
 * so values stay in [0, 1]. Nothing is smoothed before sides get smaller.
 */
public final class ImageFit {
    private static final double[] LUMINANCE = {.299, .587, .114};

    private ImageFit() {}

    /** Why examples of one shape cannot be made to fit another, as the end of a sentence; empty when they can. */
    public static Optional<String> reasonAgainst(Shape given, Shape wanted) {
        if (given.equals(wanted)) {
            return Optional.empty();
        }
        if (!given.isImage() || !wanted.isImage()) {
            return Optional.of(
                    "only images are scaled, and examples of (" + given + ") are to become (" + wanted + ")");
        }
        int from = given.size(0);
        int to = wanted.size(0);
        boolean convertible = from == to || from == 1 || (from == LUMINANCE.length && to == 1);
        return convertible
                ? Optional.empty()
                : Optional.of("images of " + from + " channels cannot become images of " + to);
    }

    /**
     * The images at the wanted shape.
     *
     * @param images {@code [N, C, H, W]} in [0, 1]
     * @param wanted {@code [C', H', W']}
     * @return {@code [N, C', H', W']}; the very array when it fits
     * @throws IllegalArgumentException when there is a {@link #reasonAgainst}
     */
    public static INDArray to(Shape wanted, INDArray images) {
        Shape given = Shape.ofExample(images.shape());
        reasonAgainst(given, wanted).ifPresent(reason -> {
            throw new IllegalArgumentException("Examples do not fit: " + reason + ".");
        });
        if (given.equals(wanted)) {
            return images;
        }
        int count = Math.toIntExact(images.size(0));
        double[] source = images.dup('c').data().asDouble();
        double[] target = new double[count * wanted.length()];
        int plane = wanted.size(1) * wanted.size(2);
        for (int n = 0; n < count; n++) {
            for (int channel = 0; channel < wanted.size(0); channel++) {
                double[] weights = channelWeights(given.size(0), wanted.size(0), channel);
                scale(
                        source,
                        n * given.length(),
                        given,
                        weights,
                        target,
                        n * wanted.length() + channel * plane,
                        wanted);
            }
        }
        return Nd4j.create(target, wanted.withBatch(count), 'c').castTo(images.dataType());
    }

    /** How much of each given channel a wanted one is made of. */
    private static double[] channelWeights(int from, int to, int channel) {
        if (from > to) {
            return LUMINANCE.clone();
        }
        double[] weights = new double[from];
        weights[from == to ? channel : 0] = 1;
        return weights;
    }

    private static void scale(
            double[] source, int at, Shape given, double[] weights, double[] target, int to, Shape wanted) {
        int height = given.size(1);
        int width = given.size(2);
        for (int row = 0; row < wanted.size(1); row++) {
            double y = place(row, height, wanted.size(1));
            int top = (int) y;
            int bottom = Math.min(top + 1, height - 1);
            for (int column = 0; column < wanted.size(2); column++) {
                double x = place(column, width, wanted.size(2));
                int left = (int) x;
                int right = Math.min(left + 1, width - 1);
                double sum = 0;
                for (int channel = 0; channel < weights.length; channel++) {
                    int plane = at + channel * height * width;
                    double above =
                            mix(source[plane + top * width + left], source[plane + top * width + right], x - left);
                    double below = mix(
                            source[plane + bottom * width + left], source[plane + bottom * width + right], x - left);
                    sum += weights[channel] * mix(above, below, y - top);
                }
                target[to + row * wanted.size(2) + column] = sum;
            }
        }
    }

    private static double place(int index, int from, int to) {
        return Math.max(0, Math.min(from - 1, (index + .5) * from / to - .5));
    }

    private static double mix(double first, double second, double share) {
        return first + share * (second - first);
    }
}
