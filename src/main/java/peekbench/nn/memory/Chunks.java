package peekbench.nn.memory;

import peekbench.nn.array.Precision;

/**
 * The arrays on the heap in which {@link Kernel}s compute, a chunk after the other, so that they stay in the processor's
 * first cache. Whoever computes has chunks of its own, which grow with what it computes and are kept; they are used by
 * one thread at a time.
 */
public abstract sealed class Chunks permits FloatChunks, DoubleChunks {
    /** How many numbers are taken at once. */
    public static final int LENGTH = 1024;

    /** How many arrays there may be. */
    static final int ARRAYS = 8;

    /** Chunks for memory of a precision. */
    public static Chunks of(Precision precision) {
        return precision == Precision.FLOAT32 ? new FloatChunks() : new DoubleChunks();
    }

    /** Computes over the whole length of the last operand; operands may be the same memory. */
    public final void run(ElementwiseKernel kernel, Memory... operands) {
        int length = operands[operands.length - 1].length();
        for (int from = 0; from < length; from += LENGTH) {
            int count = Math.min(LENGTH, length - from);
            for (int i = 0; i < kernel.read(); i++) {
                read(i, operands[i], from, count);
            }
            apply(kernel, operands.length, count);
            for (int i = operands.length - kernel.written(); i < operands.length; i++) {
                write(i, operands[i], from, count);
            }
        }
    }

    /** Lets a kernel make each run of {@code length} numbers of one memory of a run of the other. */
    public final void runEach(Kernel kernel, int length, Memory from, Memory to) {
        for (int at = 0; at < to.length(); at += length) {
            read(0, from, at, length);
            apply(kernel, 2, length);
            write(1, to, at, length);
        }
    }

    /** Adds {@code count} numbers to those of {@code sum}. */
    public final void add(Memory x, int from, Memory sum, int to, int count) {
        for (int at = 0; at < count; at += LENGTH) {
            int part = Math.min(LENGTH, count - at);
            read(0, x, from + at, part);
            read(1, sum, to + at, part);
            apply(Arithmetic.ADD, 2, part);
            write(1, sum, to + at, part);
        }
    }

    /** {@code Σ x²}, summed in memory's precision over places that lie {@link #LENGTH} apart and in float64 beyond. */
    public final double sumOfSquares(Memory x) {
        fill(1, 0, LENGTH, 0);
        for (int from = 0; from < x.length(); from += LENGTH) {
            int count = Math.min(LENGTH, x.length() - from);
            read(0, x, from, count);
            apply(Arithmetic.ADD_SQUARE, 2, count);
        }
        return sum(1, 0, LENGTH);
    }

    /**
     * {@code target = y > 0 ? gradient : 0} for numbers y of {@link Activations#RELU}: the way back through it. It works on
     * bit patterns, since a branch on a random sign costs ten times the rest.
     */
    public final void runReluGradient(Memory y, Memory gradient, Memory target) {
        for (int from = 0; from < target.length(); from += LENGTH) {
            keepWherePositive(y, gradient, target, from, Math.min(LENGTH, target.length() - from));
        }
    }

    abstract void keepWherePositive(Memory y, Memory gradient, Memory target, int from, int count);

    /** Copies {@code count} numbers of memory to the beginning of an array. */
    public abstract void read(int array, Memory memory, int from, int count);

    /** Copies the first {@code count} numbers of an array to memory. */
    public abstract void write(int array, Memory memory, int to, int count);

    /** Sets {@code count} numbers of an array. */
    public abstract void fill(int array, int from, int count, double value);

    /** The sum of {@code count} numbers of an array, in float64. */
    public abstract double sum(int array, int from, int count);

    /** Lets a kernel compute in the first {@code operands} arrays. */
    public abstract void apply(Kernel kernel, int operands, int count);

    /** Makes an array at least so long; what it holds stays, and what is added is zero. */
    public abstract void grow(int array, int length);
}
