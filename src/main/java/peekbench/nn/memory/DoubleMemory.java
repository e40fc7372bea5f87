package peekbench.nn.memory;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Float64 memory. */
final class DoubleMemory extends Memory {
    /** Copied, since a copy of many numbers is far faster than a loop that writes each. */
    private static final double[] ZEROS = new double[Chunks.LENGTH];

    private final DoublePointer pointer;
    private final DoubleBuffer numbers;
    private Optional<LongBuffer> bits = Optional.empty();

    DoubleMemory(INDArray array) {
        super(array);
        this.pointer = at(new DoublePointer(array.data().pointer()), array);
        this.numbers = pointer.asBuffer();
    }

    @Override
    public double get(int index) {
        return numbers.get(index);
    }

    @Override
    public void put(int index, double value) {
        numbers.put(index, value);
    }

    @Override
    public void copy(int from, Memory target, int to, int count) {
        of(target).put(to, numbers, from, count);
    }

    @Override
    public void fill(int from, int count, double value) {
        if (value == 0) {
            for (int at = 0; at < count; at += ZEROS.length) {
                numbers.put(from + at, ZEROS, 0, Math.min(ZEROS.length, count - at));
            }
            return;
        }
        for (int i = from; i < from + count; i++) {
            numbers.put(i, value);
        }
    }

    @Override
    public void addScaled(double factor, Memory target) {
        openblas.cblas_daxpy(length(), factor, pointer, 1, ((DoubleMemory) target).pointer, 1);
    }

    @Override
    public void scale(double factor) {
        openblas.cblas_dscal(length(), factor, pointer, 1);
    }

    @Override
    public void multiply(Matrix a, Matrix b, int offset, int rows, int columns, int inner, double keep) {
        openblas.cblas_dgemm(
                ROW_MAJOR,
                a.order(),
                b.order(),
                rows,
                columns,
                inner,
                1,
                place(a),
                a.rowLength(),
                place(b),
                b.rowLength(),
                keep,
                pointer.getPointer(offset),
                columns);
    }

    private static DoublePointer place(Matrix matrix) {
        return ((DoubleMemory) matrix.memory()).pointer.getPointer(matrix.offset());
    }

    /** The numbers, from the first on. */
    DoubleBuffer numbers() {
        return numbers;
    }

    /** Their bit patterns. */
    LongBuffer bits() {
        if (bits.isEmpty()) {
            bits = Optional.of(
                    at(new LongPointer(array().data().pointer()), array()).asBuffer());
        }
        return bits.get();
    }

    private static DoubleBuffer of(Memory memory) {
        return ((DoubleMemory) memory).numbers;
    }
}
