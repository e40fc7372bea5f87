package peekbench.nn.memory;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Float32 memory. */
final class FloatMemory extends Memory {
    /** Copied, since a copy of many numbers is far faster than a loop that writes each. */
    private static final float[] ZEROS = new float[Chunks.LENGTH];

    private final FloatPointer pointer;
    private final FloatBuffer numbers;
    private Optional<IntBuffer> bits = Optional.empty();

    FloatMemory(INDArray array) {
        super(array);
        this.pointer = at(new FloatPointer(array.data().pointer()), array);
        this.numbers = pointer.asBuffer();
    }

    @Override
    public double get(int index) {
        return numbers.get(index);
    }

    @Override
    public void put(int index, double value) {
        numbers.put(index, (float) value);
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
            numbers.put(i, (float) value);
        }
    }

    @Override
    public void addScaled(double factor, Memory target) {
        openblas.cblas_saxpy(length(), (float) factor, pointer, 1, ((FloatMemory) target).pointer, 1);
    }

    @Override
    public void scale(double factor) {
        openblas.cblas_sscal(length(), (float) factor, pointer, 1);
    }

    @Override
    public void multiply(Matrix a, Matrix b, int offset, int rows, int columns, int inner, double keep) {
        openblas.cblas_sgemm(
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
                (float) keep,
                pointer.getPointer(offset),
                columns);
    }

    private static FloatPointer place(Matrix matrix) {
        return ((FloatMemory) matrix.memory()).pointer.getPointer(matrix.offset());
    }

    /** The numbers, from the first on. */
    FloatBuffer numbers() {
        return numbers;
    }

    /** Their bit patterns. */
    IntBuffer bits() {
        if (bits.isEmpty()) {
            bits = Optional.of(
                    at(new IntPointer(array().data().pointer()), array()).asBuffer());
        }
        return bits.get();
    }

    private static FloatBuffer of(Memory memory) {
        return ((FloatMemory) memory).numbers;
    }
}
