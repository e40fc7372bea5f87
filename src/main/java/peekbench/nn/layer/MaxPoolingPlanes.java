package peekbench.nn.layer;

import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;

/** Max pooling; remembers where each maximum was, which is where its gradient goes. Its kernels count planes. */
final class MaxPoolingPlanes implements PoolingPlanes {
    private final int kernel;
    private final int step;
    private final int padding;
    private final int inputHeight;
    private final int inputWidth;
    private final int outputHeight;
    private final int outputWidth;
    private final Kernel pooling;
    private final Kernel spreading = new Spreading();
    /** Places within their planes, an output after the other. */
    private int[] winners = {};

    private int firstPlane;

    MaxPoolingPlanes(MaxPooling specification, Shape input, Shape output) {
        this.kernel = specification.kernel();
        this.step = specification.step();
        this.padding = specification.padding();
        this.inputHeight = input.size(1);
        this.inputWidth = input.size(2);
        this.outputHeight = output.size(1);
        this.outputWidth = output.size(2);
        this.pooling = kernel == 2 && step == 2 && padding == 0 ? new PoolingOfFour() : new Pooling();
    }

    @Override
    public void prepare(int outputs) {
        if (winners.length < outputs) {
            winners = new int[outputs];
        }
    }

    @Override
    public void pool(Chunks chunks, int plane, int count) {
        chunks.grow(1, count * outputHeight * outputWidth);
        firstPlane = plane;
        chunks.apply(pooling, 2, count);
    }

    @Override
    public void spread(Chunks chunks, int plane, int count) {
        firstPlane = plane;
        chunks.apply(spreading, 2, count);
    }

    /** Windows of any kind. */
    private final class Pooling implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] images = operands[0];
            float[] pooled = operands[1];
            int[] places = winners;
            int at = firstPlane * outputHeight * outputWidth;
            int result = 0;
            for (int plane = 0; plane < count; plane++) {
                int base = plane * inputHeight * inputWidth;
                for (int y = 0; y < outputHeight; y++) {
                    int top = Math.max(y * step - padding, 0);
                    int bottom = Math.min(y * step - padding + kernel, inputHeight);
                    for (int x = 0; x < outputWidth; x++, at++, result++) {
                        int left = Math.max(x * step - padding, 0);
                        int right = Math.min(x * step - padding + kernel, inputWidth);
                        int best = base + top * inputWidth + left;
                        float largest = images[best];
                        for (int row = base + top * inputWidth; row < base + bottom * inputWidth; row += inputWidth) {
                            for (int i = row + left; i < row + right; i++) {
                                float value = images[i];
                                best = value > largest ? i : best;
                                largest = Math.max(value, largest);
                            }
                        }
                        places[at] = best - base;
                        pooled[result] = images[best];
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] images = operands[0];
            double[] pooled = operands[1];
            int[] places = winners;
            int at = firstPlane * outputHeight * outputWidth;
            int result = 0;
            for (int plane = 0; plane < count; plane++) {
                int base = plane * inputHeight * inputWidth;
                for (int y = 0; y < outputHeight; y++) {
                    int top = Math.max(y * step - padding, 0);
                    int bottom = Math.min(y * step - padding + kernel, inputHeight);
                    for (int x = 0; x < outputWidth; x++, at++, result++) {
                        int left = Math.max(x * step - padding, 0);
                        int right = Math.min(x * step - padding + kernel, inputWidth);
                        int best = base + top * inputWidth + left;
                        double largest = images[best];
                        for (int row = base + top * inputWidth; row < base + bottom * inputWidth; row += inputWidth) {
                            for (int i = row + left; i < row + right; i++) {
                                double value = images[i];
                                best = value > largest ? i : best;
                                largest = Math.max(value, largest);
                            }
                        }
                        places[at] = best - base;
                        pooled[result] = images[best];
                    }
                }
            }
        }
    }

    /** Windows of 2x2 that do not overlap, by far the most frequent. */
    private final class PoolingOfFour implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] images = operands[0];
            float[] pooled = operands[1];
            int[] places = winners;
            int at = firstPlane * outputHeight * outputWidth;
            int result = 0;
            for (int plane = 0; plane < count; plane++) {
                int base = plane * inputHeight * inputWidth;
                for (int y = 0; y < outputHeight; y++) {
                    int above = base + 2 * y * inputWidth;
                    for (int x = 0; x < outputWidth; x++, at++, result++, above += 2) {
                        float first = images[above];
                        float second = images[above + 1];
                        float third = images[above + inputWidth];
                        float fourth = images[above + inputWidth + 1];
                        float upper = Math.max(first, second);
                        float lower = Math.max(third, fourth);
                        int ofUpper = second > first ? above + 1 : above;
                        int ofLower = (fourth > third ? above + 1 : above) + inputWidth;
                        int best = lower > upper ? ofLower : ofUpper;
                        places[at] = best - base;
                        pooled[result] = images[best];
                    }
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] images = operands[0];
            double[] pooled = operands[1];
            int[] places = winners;
            int at = firstPlane * outputHeight * outputWidth;
            int result = 0;
            for (int plane = 0; plane < count; plane++) {
                int base = plane * inputHeight * inputWidth;
                for (int y = 0; y < outputHeight; y++) {
                    int above = base + 2 * y * inputWidth;
                    for (int x = 0; x < outputWidth; x++, at++, result++, above += 2) {
                        double first = images[above];
                        double second = images[above + 1];
                        double third = images[above + inputWidth];
                        double fourth = images[above + inputWidth + 1];
                        double upper = Math.max(first, second);
                        double lower = Math.max(third, fourth);
                        int ofUpper = second > first ? above + 1 : above;
                        int ofLower = (fourth > third ? above + 1 : above) + inputWidth;
                        int best = lower > upper ? ofLower : ofUpper;
                        places[at] = best - base;
                        pooled[result] = images[best];
                    }
                }
            }
        }
    }

    private final class Spreading implements Kernel {
        @Override
        public void run(float[][] operands, int count) {
            float[] images = operands[0];
            float[] gradient = operands[1];
            int outputs = outputHeight * outputWidth;
            for (int plane = 0; plane < count; plane++) {
                int base = plane * inputHeight * inputWidth;
                int at = (firstPlane + plane) * outputs;
                for (int i = 0; i < outputs; i++) {
                    images[base + winners[at + i]] += gradient[plane * outputs + i];
                }
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] images = operands[0];
            double[] gradient = operands[1];
            int outputs = outputHeight * outputWidth;
            for (int plane = 0; plane < count; plane++) {
                int base = plane * inputHeight * inputWidth;
                int at = (firstPlane + plane) * outputs;
                for (int i = 0; i < outputs; i++) {
                    images[base + winners[at + i]] += gradient[plane * outputs + i];
                }
            }
        }
    }
}
