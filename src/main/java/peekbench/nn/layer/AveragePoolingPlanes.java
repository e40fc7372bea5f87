package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;

/** The mean of windows; one window as large as the image makes it global. */
final class AveragePoolingPlanes implements PoolingPlanes {
    private final int inputHeight;
    private final int inputWidth;
    private final int outputHeight;
    private final int outputWidth;
    private final int kernelHeight;
    private final int kernelWidth;
    private final int stride;
    private final double share;
    private final Kernel pooling = new Pooling();
    private final Kernel spreading = new Spreading();

    AveragePoolingPlanes(int inputHeight, int inputWidth, int kernelHeight, int kernelWidth, int stride) {
        this.inputHeight = inputHeight;
        this.inputWidth = inputWidth;
        this.kernelHeight = kernelHeight;
        this.kernelWidth = kernelWidth;
        this.stride = stride;
        this.outputHeight = (inputHeight - kernelHeight) / stride + 1;
        this.outputWidth = (inputWidth - kernelWidth) / stride + 1;
        this.share = 1.0 / (kernelHeight * kernelWidth);
    }

    @Override
    public void pool(Chunks chunks, int plane, int count) {
        chunks.grow(1, count * outputHeight * outputWidth);
        chunks.apply(pooling, 2, count);
    }

    /** Every place of an output's window gets the same share. */
    @Override
    public void spread(Chunks chunks, int plane, int count) {
        chunks.apply(spreading, 2, count);
    }

    /** Where the window of an output begins. */
    private int corner(int plane, int y, int x) {
        return (plane * inputHeight + y * stride) * inputWidth + x * stride;
    }

    private final class Pooling implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] images = operands[0];
            float[] pooled = operands[1];
            int at = 0;
            for (int plane = 0; plane < count; plane++) {
                for (int y = 0; y < outputHeight; y++) {
                    for (int x = 0; x < outputWidth; x++, at++) {
                        int corner = corner(plane, y, x);
                        double sum = 0;
                        for (int row = 0; row < kernelHeight; row++) {
                            sum += sum(images, corner + row * inputWidth);
                        }
                        pooled[at] = (float) (sum * share);
                    }
                }
            }
        }

        /** Four sums side by side, since each addition waits for the one before it. */
        private float sum(float[] images, int from) {
            float first = 0;
            float second = 0;
            float third = 0;
            float fourth = 0;
            int at = from;
            for (int end = from + kernelWidth - 3; at < end; at += 4) {
                first += images[at];
                second += images[at + 1];
                third += images[at + 2];
                fourth += images[at + 3];
            }
            for (; at < from + kernelWidth; at++) {
                first += images[at];
            }
            return first + second + third + fourth;
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] images = operands[0];
            double[] pooled = operands[1];
            int at = 0;
            for (int plane = 0; plane < count; plane++) {
                for (int y = 0; y < outputHeight; y++) {
                    for (int x = 0; x < outputWidth; x++, at++) {
                        int corner = corner(plane, y, x);
                        double sum = 0;
                        for (int row = 0; row < kernelHeight; row++) {
                            sum += sum(images, corner + row * inputWidth);
                        }
                        pooled[at] = sum * share;
                    }
                }
            }
        }

        /** Four sums side by side, since each addition waits for the one before it. */
        private double sum(double[] images, int from) {
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            int at = from;
            for (int end = from + kernelWidth - 3; at < end; at += 4) {
                first += images[at];
                second += images[at + 1];
                third += images[at + 2];
                fourth += images[at + 3];
            }
            for (; at < from + kernelWidth; at++) {
                first += images[at];
            }
            return first + second + third + fourth;
        }
    }

    private final class Spreading implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] images = operands[0];
            float[] gradient = operands[1];
            int at = 0;
            for (int plane = 0; plane < count; plane++) {
                for (int y = 0; y < outputHeight; y++) {
                    for (int x = 0; x < outputWidth; x++, at++) {
                        double part = gradient[at] * share;
                        int corner = corner(plane, y, x);
                        for (int row = corner; row < corner + kernelHeight * inputWidth; row += inputWidth) {
                            for (int i = row; i < row + kernelWidth; i++) {
                                images[i] = (float) (images[i] + part);
                            }
                        }
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] images = operands[0];
            double[] gradient = operands[1];
            int at = 0;
            for (int plane = 0; plane < count; plane++) {
                for (int y = 0; y < outputHeight; y++) {
                    for (int x = 0; x < outputWidth; x++, at++) {
                        double part = gradient[at] * share;
                        int corner = corner(plane, y, x);
                        for (int row = corner; row < corner + kernelHeight * inputWidth; row += inputWidth) {
                            for (int i = row; i < row + kernelWidth; i++) {
                                images[i] += part;
                            }
                        }
                    }
                }
            }
        }
    }
}
