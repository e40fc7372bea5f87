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
 * <p>Matrices of the BLAS calls are row-major. What is computed number by number is a {@link Kernel} in {@link Chunks}; {@link
 * #get} and {@link #put} are for few numbers.
 */
public abstract sealed class Memory permits FloatMemory, DoubleMemory {
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

    /**
     * A view of a run of numbers in another shape: what {@link INDArray#get} makes, without its search for what is meant.
     *
     * @param dense in C order
     * @param from the run's first number
     */
    public static INDArray part(INDArray dense, long from, long... shape) {
        return Nd4j.create(dense.data(), shape, Nd4j.getStrides(shape, 'c'), dense.offset() + from, 'c');
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

    /** Sets {@code count} numbers. */
    public abstract void fill(int from, int count, double value);

    /**
     * {@code target[i] += factor * this[i]} over the whole length. The BLAS rounds the vector's tail in another way than
     * its body, so the same number in a vector of another length may come out otherwise in its last bit.
     */
    public abstract void addScaled(double factor, Memory target);

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
