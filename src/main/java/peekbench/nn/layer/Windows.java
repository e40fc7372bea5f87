package peekbench.nn.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.nn.array.Shape;

/**
 * The places that a square sliding window visits on images {@code [C, H, W]}, and the two ways between an image and its
 * columns {@code [C * kernel * kernel, H' * W']}, in which row {@code (c, ky, kx)} holds what that place of the window
 * sees.
 */
final class Windows {
    private final Shape image;
    private final int kernel;
    private final int stride;
    private final int padding;
    private final int outputHeight;
    private final int outputWidth;

    Windows(Shape image, int kernel, int stride, int padding) {
        this.image = image;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.outputHeight = (height() + 2 * padding - kernel) / stride + 1;
        this.outputWidth = (width() + 2 * padding - kernel) / stride + 1;
    }

    Shape image() {
        return image;
    }

    int kernel() {
        return kernel;
    }

    private int height() {
        return image.size(1);
    }

    private int width() {
        return image.size(2);
    }

    /** How many places the window visits: {@code H' * W'}. */
    int places() {
        return outputHeight * outputWidth;
    }

    Shape output(int channels) {
        return Shape.of(channels, outputHeight, outputWidth);
    }

    /** {@code channels * kernel * kernel}. */
    int rows() {
        return image.size(0) * kernel * kernel;
    }

    /** Numbers in the columns of one image. */
    int length() {
        return rows() * places();
    }

    /**
     * The windows of stride 1 that visit the output image of these and have one place for each place of the input: the
     * way back of a convolution of stride 1.
     */
    Windows mirrored(int outputChannels) {
        return new Windows(output(outputChannels), kernel, 1, kernel - 1 - padding);
    }

    /** Runs within one channel: where each begins in the image and in the columns, and how long it is. */
    private int[] runs() {
        List<int[]> found = new ArrayList<>();
        for (int ky = 0; ky < kernel; ky++) {
            for (int kx = 0; kx < kernel; kx++) {
                int first = firstInside(kx);
                int run = lastInside(kx, width(), outputWidth) - first + 1;
                int lastRow = lastInside(ky, height(), outputHeight);
                for (int oy = firstInside(ky); oy <= lastRow && run > 0; oy++) {
                    int iy = oy * stride - padding + ky;
                    int ix = first * stride - padding + kx;
                    int column = ((ky * kernel + kx) * outputHeight + oy) * outputWidth + first;
                    found.add(new int[] {iy * width() + ix, column, run});
                }
            }
        }
        return found.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** The ways between an image and its columns on arrays. */
    WindowColumns columns() {
        return new WindowColumns(image.size(0), height() * width(), kernel * kernel * places(), stride, runs());
    }

    /** The ways between an image and its rows on arrays. */
    WindowRows placeRows() {
        int window = kernel * kernel;
        int[] runs = runs();
        List<Integer> taps = new ArrayList<>();
        for (int i = 0; i < runs.length; i += 3) {
            for (int j = 0; j < runs[i + 2]; j++) {
                int tap = runs[i + 1] / places();
                int place = runs[i + 1] % places() + j;
                taps.add(runs[i] + j * stride);
                taps.add(place * rows() + tap);
            }
        }
        int[] all = taps.stream().mapToInt(Integer::intValue).toArray();
        return new WindowRows(image.size(0), height() * width(), window, places(), all);
    }

    private int firstInside(int k) {
        return Math.max(0, -Math.floorDiv(k - padding, stride));
    }

    private int lastInside(int k, int side, int outputs) {
        return Math.min(outputs - 1, Math.floorDiv(side - 1 + padding - k, stride));
    }
}
