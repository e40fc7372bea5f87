package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/**
 * The two ways between {@code stride²} maps {@code [stride², H, W]} that lie one after the other and the image {@code [stride H,
 * stride W]} in which they are interleaved: map {@code (ry, rx)} holds every {@code stride}-th row from {@code ry} on and
 * every {@code stride}-th column from {@code rx} on.
 */
final class InterleavedMaps {
    private final int stride;
    private final int inputHeight;
    private final int inputWidth;
    private final Kernel interleaving = new Interleaving();
    private final Kernel separating = new Separating();

    InterleavedMaps(int stride, int inputHeight, int inputWidth) {
        this.stride = stride;
        this.inputHeight = inputHeight;
        this.inputWidth = inputWidth;
    }

    /** Writes all images of a batch. */
    void interleave(Chunks chunks, Memory maps, Memory images) {
        chunks.runEach(interleaving, length(), maps, images);
    }

    /** Writes all maps of a batch. */
    void separate(Chunks chunks, Memory images, Memory maps) {
        chunks.runEach(separating, length(), images, maps);
    }

    private int length() {
        return stride * stride * inputHeight * inputWidth;
    }

    private final class Interleaving implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] maps = operands[0];
            float[] image = operands[1];
            int at = 0;
            for (int phase = 0; phase < stride * stride; phase++) {
                int corner = phase / stride * inputWidth * stride + phase % stride;
                for (int y = 0; y < inputHeight; y++) {
                    int row = corner + y * stride * stride * inputWidth;
                    for (int x = 0; x < inputWidth; x++, at++) {
                        image[row + x * stride] = maps[at];
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] maps = operands[0];
            double[] image = operands[1];
            int at = 0;
            for (int phase = 0; phase < stride * stride; phase++) {
                int corner = phase / stride * inputWidth * stride + phase % stride;
                for (int y = 0; y < inputHeight; y++) {
                    int row = corner + y * stride * stride * inputWidth;
                    for (int x = 0; x < inputWidth; x++, at++) {
                        image[row + x * stride] = maps[at];
                    }
                }
            }
        }
    }

    private final class Separating implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] maps = operands[1];
            float[] image = operands[0];
            int at = 0;
            for (int phase = 0; phase < stride * stride; phase++) {
                int corner = phase / stride * inputWidth * stride + phase % stride;
                for (int y = 0; y < inputHeight; y++) {
                    int row = corner + y * stride * stride * inputWidth;
                    for (int x = 0; x < inputWidth; x++, at++) {
                        maps[at] = image[row + x * stride];
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] maps = operands[1];
            double[] image = operands[0];
            int at = 0;
            for (int phase = 0; phase < stride * stride; phase++) {
                int corner = phase / stride * inputWidth * stride + phase % stride;
                for (int y = 0; y < inputHeight; y++) {
                    int row = corner + y * stride * stride * inputWidth;
                    for (int x = 0; x < inputWidth; x++, at++) {
                        maps[at] = image[row + x * stride];
                    }
                }
            }
        }
    }
}
