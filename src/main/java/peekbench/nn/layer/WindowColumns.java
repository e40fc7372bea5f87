package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/**
 * The two ways between one image {@code [C, H, W]}, in the first operand, and its columns, in the second: a run of places
 * after the other. See {@link Windows} for what columns are.
 */
final class WindowColumns {
    private final int channels;
    private final int plane;
    private final int columnPlane;
    private final int stride;
    private final int[] runs;
    private final Kernel gathering = new Gathering();
    private final Kernel adding = new Adding();

    /**
     * @param plane numbers of an image's channel
     * @param columnPlane numbers of its columns
     * @param runs of one channel, three numbers each: where it begins in the image and in the columns, and its length
     */
    WindowColumns(int channels, int plane, int columnPlane, int stride, int[] runs) {
        this.channels = channels;
        this.plane = plane;
        this.columnPlane = columnPlane;
        this.stride = stride;
        this.runs = runs;
    }

    /**
     * Writes the columns of one image.
     *
     * @param chunks whose second array nobody else writes to, since its places in the padding stay 0
     */
    void gather(Chunks chunks, Memory images, int image, Memory columns, int to) {
        chunks.read(0, images, image, channels * plane);
        chunks.grow(1, channels * columnPlane);
        chunks.apply(gathering, 2, 1);
        chunks.write(1, columns, to, channels * columnPlane);
    }

    /** Overwrites one image by what its columns add up to: the transpose of {@link #gather}. */
    void add(Chunks chunks, Memory columns, int from, Memory images, int image) {
        chunks.fill(0, 0, channels * plane, 0);
        addOnto(chunks, columns, from, images, image);
    }

    /** Adds the columns onto what the first array holds, and writes that. */
    void addOnto(Chunks chunks, Memory columns, int from, Memory images, int image) {
        chunks.read(1, columns, from, channels * columnPlane);
        chunks.apply(adding, 2, 1);
        chunks.write(0, images, image, channels * plane);
    }

    private final class Gathering implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] image = operands[0];
            float[] columns = operands[1];
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < runs.length; i += 3) {
                    int from = channel * plane + runs[i];
                    int to = channel * columnPlane + runs[i + 1];
                    int run = runs[i + 2];
                    if (stride == 1) {
                        System.arraycopy(image, from, columns, to, run);
                    } else {
                        for (int j = 0; j < run; j++) {
                            columns[to + j] = image[from + j * stride];
                        }
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] image = operands[0];
            double[] columns = operands[1];
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < runs.length; i += 3) {
                    int from = channel * plane + runs[i];
                    int to = channel * columnPlane + runs[i + 1];
                    int run = runs[i + 2];
                    if (stride == 1) {
                        System.arraycopy(image, from, columns, to, run);
                    } else {
                        for (int j = 0; j < run; j++) {
                            columns[to + j] = image[from + j * stride];
                        }
                    }
                }
            }
        }
    }

    private final class Adding implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] image = operands[0];
            float[] columns = operands[1];
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < runs.length; i += 3) {
                    int to = channel * plane + runs[i];
                    int from = channel * columnPlane + runs[i + 1];
                    int run = runs[i + 2];
                    if (stride == 1) {
                        for (int j = 0; j < run; j++) {
                            image[to + j] += columns[from + j];
                        }
                    } else {
                        for (int j = 0; j < run; j++) {
                            image[to + j * stride] += columns[from + j];
                        }
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] image = operands[0];
            double[] columns = operands[1];
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < runs.length; i += 3) {
                    int to = channel * plane + runs[i];
                    int from = channel * columnPlane + runs[i + 1];
                    int run = runs[i + 2];
                    if (stride == 1) {
                        for (int j = 0; j < run; j++) {
                            image[to + j] += columns[from + j];
                        }
                    } else {
                        for (int j = 0; j < run; j++) {
                            image[to + j * stride] += columns[from + j];
                        }
                    }
                }
            }
        }
    }
}
