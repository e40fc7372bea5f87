package peekbench.nn.memory;

import java.util.Arrays;

/** Float64 chunks. */
final class DoubleChunks extends Chunks {
    private final double[][] arrays = new double[ARRAYS][0];
    private long[] signs = {};
    private long[] kept = {};

    @Override
    public void read(int array, Memory memory, int from, int count) {
        grow(array, count);
        ((DoubleMemory) memory).numbers().get(from, arrays[array], 0, count);
    }

    @Override
    public void write(int array, Memory memory, int to, int count) {
        ((DoubleMemory) memory).numbers().put(to, arrays[array], 0, count);
    }

    @Override
    public void fill(int array, int from, int count, double value) {
        grow(array, from + count);
        Arrays.fill(arrays[array], from, from + count, value);
    }

    @Override
    void keepWherePositive(Memory y, Memory gradient, Memory target, int from, int count) {
        if (signs.length == 0) {
            signs = new long[LENGTH];
            kept = new long[LENGTH];
        }
        ((DoubleMemory) y).bits().get(from, signs, 0, count);
        ((DoubleMemory) gradient).bits().get(from, kept, 0, count);
        mask(signs, kept, count);
        ((DoubleMemory) target).bits().put(from, kept, 0, count);
    }

    /** The pattern of a positive number is a positive whole number, that of 0 is 0. */
    private static void mask(long[] y, long[] gradient, int count) {
        for (int i = 0; i < count; i++) {
            gradient[i] &= -y[i] >> 63;
        }
    }

    /** Four sums side by side, since each addition waits for the one before it. */
    @Override
    public double sum(int array, int from, int count) {
        double[] numbers = arrays[array];
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int at = from;
        for (int end = from + count - 3; at < end; at += 4) {
            first += numbers[at];
            second += numbers[at + 1];
            third += numbers[at + 2];
            fourth += numbers[at + 3];
        }
        for (; at < from + count; at++) {
            first += numbers[at];
        }
        return first + second + (third + fourth);
    }

    @Override
    public void apply(Kernel kernel, int operands, int count) {
        for (int i = 0; i < operands; i++) {
            grow(i, count);
        }
        kernel.run(arrays, count);
    }

    @Override
    public void grow(int array, int length) {
        if (arrays[array].length < length) {
            arrays[array] = Arrays.copyOf(arrays[array], Math.max(length, LENGTH));
        }
    }
}
