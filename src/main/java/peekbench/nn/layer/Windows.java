package peekbench.nn.layer;

import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

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

    /** Writes the columns of one image; places in the padding are left as they are and must be zero. */
    void toColumns(Memory images, int imageOffset, Memory columns, int columnOffset) {
        visit((run, imageAt, columnAt) -> {
            if (stride == 1) {
                images.copy(imageOffset + imageAt, columns, columnOffset + columnAt, run);
            } else {
                images.gather(imageOffset + imageAt, stride, columns, columnOffset + columnAt, run);
            }
        });
    }

    /** Adds columns back onto one image: the transpose of {@link #toColumns}. */
    void addColumns(Memory columns, int columnOffset, Memory images, int imageOffset) {
        visit((run, imageAt, columnAt) -> {
            if (stride == 1) {
                columns.add(columnOffset + columnAt, images, imageOffset + imageAt, run);
            } else {
                for (int i = 0; i < run; i++) {
                    int at = imageOffset + imageAt + i * stride;
                    images.put(at, images.get(at) + columns.get(columnOffset + columnAt + i));
                }
            }
        });
    }

    private interface RunVisitor {
        void visit(int run, int imageAt, int columnAt);
    }

    /** Visits every unbroken run of places, row of output by row of output. */
    private void visit(RunVisitor visitor) {
        int row = 0;
        for (int c = 0; c < image.size(0); c++) {
            for (int ky = 0; ky < kernel; ky++) {
                for (int kx = 0; kx < kernel; kx++, row++) {
                    int first = firstInside(kx);
                    int run = lastInside(kx, width(), outputWidth) - first + 1;
                    int lastRow = lastInside(ky, height(), outputHeight);
                    for (int oy = firstInside(ky); oy <= lastRow && run > 0; oy++) {
                        int iy = oy * stride - padding + ky;
                        int ix = first * stride - padding + kx;
                        visitor.visit(
                                run,
                                (c * height() + iy) * width() + ix,
                                (row * outputHeight + oy) * outputWidth + first);
                    }
                }
            }
        }
    }

    private int firstInside(int k) {
        return Math.max(0, -Math.floorDiv(k - padding, stride));
    }

    private int lastInside(int k, int side, int outputs) {
        return Math.min(outputs - 1, Math.floorDiv(side - 1 + padding - k, stride));
    }
}
