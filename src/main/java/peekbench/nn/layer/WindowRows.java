package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/**
 * The two ways between one image {@code [C, H, W]}, in the first operand, and its rows {@code [H' W', C kernel²]}, in the
 * second: what each place of the window sees, in the order of a convolution's weights. Rows of a whole batch are one matrix,
 * which the columns of {@link WindowColumns} are not.
 */
final class WindowRows {
    private final int channels;
    private final int plane;
    private final int window;
    private final int length;
    private final int[] taps;
    private final Kernel gathering = new Gathering();
    private final Kernel adding = new Adding();

    /**
     * @param plane numbers of an image's channel
     * @param window numbers that a place sees of a channel
     * @param places places that the window visits
     * @param taps of the first channel, two numbers each: the place in the image, and that in the rows
     */
    WindowRows(int channels, int plane, int window, int places, int[] taps) {
        this.channels = channels;
        this.plane = plane;
        this.window = window;
        this.length = places * channels * window;
        this.taps = taps;
    }

    /**
     * Writes the rows of one image.
     *
     * @param chunks whose second array nobody else writes to, since its places in the padding stay 0
     */
    void gather(Chunks chunks, Memory images, int image, Memory rows, int to) {
        chunks.read(0, images, image, channels * plane);
        chunks.grow(1, length);
        chunks.apply(gathering, 2, 1);
        chunks.write(1, rows, to, length);
    }

    /** Overwrites one image by what its rows add up to: the transpose of {@link #gather}. */
    void add(Chunks chunks, Memory rows, int from, Memory images, int image) {
        chunks.fill(0, 0, channels * plane, 0);
        chunks.read(1, rows, from, length);
        chunks.apply(adding, 2, 1);
        chunks.write(0, images, image, channels * plane);
    }

    private final class Gathering implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] image = operands[0];
            float[] rows = operands[1];
            for (int i = 0; i < taps.length; i += 2) {
                int place = taps[i];
                int at = taps[i + 1];
                for (int channel = 0; channel < channels; channel++) {
                    rows[at + channel * window] = image[place + channel * plane];
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] image = operands[0];
            double[] rows = operands[1];
            for (int i = 0; i < taps.length; i += 2) {
                int place = taps[i];
                int at = taps[i + 1];
                for (int channel = 0; channel < channels; channel++) {
                    rows[at + channel * window] = image[place + channel * plane];
                }
            }
        }
    }

    private final class Adding implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] image = operands[0];
            float[] rows = operands[1];
            for (int i = 0; i < taps.length; i += 2) {
                int place = taps[i];
                int at = taps[i + 1];
                for (int channel = 0; channel < channels; channel++) {
                    image[place + channel * plane] += rows[at + channel * window];
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] image = operands[0];
            double[] rows = operands[1];
            for (int i = 0; i < taps.length; i += 2) {
                int place = taps[i];
                int at = taps[i + 1];
                for (int channel = 0; channel < channels; channel++) {
                    image[place + channel * plane] += rows[at + channel * window];
                }
            }
        }
    }
}
