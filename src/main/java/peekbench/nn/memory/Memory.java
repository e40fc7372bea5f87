package peekbench.nn.memory;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;

/**
 * Raw access to the numbers of a dense, C-ordered array, counted from its first element. It is the only place of the
 * engine that touches off-heap memory: ND4J's own element access costs hundreds of times more.
 *
 * <p>Matrices of the BLAS calls are row-major. Each kernel is written once for float32 and once for float64, since it
 * computes in the array's own precision and Java has no generic code over primitives.
 */
public abstract sealed class Memory permits FloatMemory, DoubleMemory {
    /** How many numbers {@link #descend} takes onto the heap at once: three such arrays fit the processor's first cache. */
    static final int DESCENT_CHUNK = 1024;

    /** Keeps the array, and so its memory, alive. */
    private final INDArray owner;

    private final int length;

    Memory(INDArray owner) {
        this.owner = owner;
        this.length = Math.toIntExact(owner.length());
    }

    /**
     * The memory of {@code array}.
     *
     * @throws IllegalArgumentException when the array is not dense and C-ordered, or not of float32 or float64
     */
    public static Memory of(INDArray array) {
        if (!isDense(array)) {
            throw new IllegalArgumentException(
                    "The array of shape " + array.shapeInfoToString() + " is not dense in C order; use dup('c').");
        }
        if (array.dataType() == DataType.FLOAT) {
            return new FloatMemory(array);
        }
        if (array.dataType() == DataType.DOUBLE) {
            return new DoubleMemory(array);
        }
        throw new IllegalArgumentException("The array holds " + array.dataType() + "; allowed are FLOAT and DOUBLE.");
    }

    /** A vector of ones, with which BLAS adds biases and sums gradients. */
    public static Memory ones(int length, Precision precision) {
        return of(Nd4j.ones(precision.dataType(), length));
    }

    /** Whether the elements lie one after the other in C order. */
    static boolean isDense(INDArray array) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) != 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }

    /** The array itself when it is dense, else a dense copy. */
    public static INDArray dense(INDArray array) {
        return isDense(array) ? array : array.dup('c');
    }

    /** A native pointer of the element type at the array's first element. */
    static <P extends Pointer> P at(P base, INDArray array) {
        base.position(array.offset());
        base.limit(array.offset() + array.length());
        return base;
    }

    public INDArray array() {
        return owner;
    }

    public int length() {
        return length;
    }

    public abstract double get(int index);

    public abstract void put(int index, double value);

    /** Copies {@code count} numbers to {@code target}. */
    public abstract void copy(int from, Memory target, int to, int count);

    /** Adds {@code count} numbers to those of {@code target}. */
    public abstract void add(int from, Memory target, int to, int count);

    /** Sets {@code count} numbers. */
    public abstract void fill(int from, int count, double value);

    /** {@code target[i] = max(this[i], 0)}. */
    public abstract void relu(Memory target, int count);

    /**
     * {@code target[i] = output[i] > 0 ? this[i] : 0} for outputs of {@link #relu}, this being their gradient. Works on
     * bit patterns, since a branch on a random sign costs ten times the rest.
     */
    public abstract void reluGradient(Memory output, Memory target, int count);

    /**
     * Writes a dense plane of {@code rows x columns} numbers to every {@code step}-th column and row of a wider image of
     * {@code columns * step} columns.
     */
    public abstract void spread(int from, Memory target, int to, int step, int rows, int columns);

    /** Reads what {@link #spread} writes: every {@code step}-th column and row of this image into a dense plane. */
    public abstract void collect(int from, int step, Memory target, int to, int rows, int columns);

    /** {@code target[i] = this[(i * step)]} for a run of {@code count}. */
    public abstract void gather(int from, int step, Memory target, int to, int count);

    /** The sum of {@code count} numbers. */
    public abstract double sum(int from, int count);

    /** {@code Σ (this[i] - centre)²} of {@code count} numbers. */
    public abstract double squaredDeviations(int from, int count, double centre);

    /** {@code Σ this[i] (values[i] - centre)} of {@code count} numbers, at the same places of both. */
    public abstract double deviationProduct(int from, int count, Memory values, double centre);

    /** {@code target[i] = (this[i] - centre) factor + shift}, at the same places of both. */
    public abstract void standardize(int from, int count, Memory target, double centre, double factor, double shift);

    /**
     * {@code target[i] = this[i] factor + (values[i] - centre) slope + shift}, at the same places of all three: the way
     * back through {@link #standardize} where centre and factor depend on the values too.
     */
    public abstract void standardizeGradient(
            int from,
            int count,
            Memory values,
            Memory target,
            double centre,
            double factor,
            double slope,
            double shift);

    /**
     * {@code target[i] += factor * this[i]} over the whole length. The BLAS rounds the vector's tail in another way than
     * its body, so the same number in a vector of another length may come out otherwise in its last bit.
     */
    public abstract void addScaled(double factor, Memory target);

    /**
     * One step of gradient descent on these parameters, {@code v = momentum v + (g + weightDecay p)} and {@code p = p - rate
     * v}. Rounding is Java's, the same wherever a parameter lies, so that a network split anywhere keeps the bits of the
     * whole one.
     */
    public abstract void descend(Memory gradients, Memory velocity, double momentum, double weightDecay, double rate);

    /** {@code this[i] *= factor} over the whole length. */
    public abstract void scale(double factor);

    /**
     * {@code C = A B + keep C} with {@code A [rows, inner]} and {@code B [inner, columns]}, each read transposed on
     * request: {@code this} is C.
     *
     * @param keep 0 overwrites C, 1 adds to it
     */
    public abstract void multiply(Matrix a, Matrix b, int offset, int rows, int columns, int inner, double keep);

    /** A row-major matrix within a memory. */
    public record Matrix(Memory memory, int offset, int rowLength, boolean transposed) {
        public static Matrix of(Memory memory, int offset, int rowLength) {
            return new Matrix(memory, offset, rowLength, false);
        }

        public static Matrix transposed(Memory memory, int offset, int rowLength) {
            return new Matrix(memory, offset, rowLength, true);
        }

        int order() {
            return transposed ? TRANSPOSED : PLAIN;
        }
    }

    static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;
}
