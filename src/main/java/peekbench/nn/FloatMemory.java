package peekbench.nn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Float32 memory. */
final class FloatMemory extends Memory {
    private final FloatPointer pointer;
    private final FloatBuffer numbers;

    FloatMemory(INDArray array) {
        super(array);
        this.pointer = at(new FloatPointer(array.data().pointer()), array);
        this.numbers = pointer.asBuffer();
    }

    @Override
    double get(int index) {
        return numbers.get(index);
    }

    @Override
    void put(int index, double value) {
        numbers.put(index, (float) value);
    }

    @Override
    void copy(int from, Memory target, int to, int count) {
        of(target).put(to, numbers, from, count);
    }

    @Override
    void add(int from, Memory target, int to, int count) {
        FloatBuffer sum = of(target);
        for (int i = 0; i < count; i++) {
            sum.put(to + i, sum.get(to + i) + numbers.get(from + i));
        }
    }

    @Override
    void fill(int from, int count, double value) {
        float number = (float) value;
        for (int i = from; i < from + count; i++) {
            numbers.put(i, number);
        }
    }

    @Override
    void rectify(Memory target, int count) {
        FloatBuffer output = of(target);
        for (int i = 0; i < count; i++) {
            output.put(i, Math.max(numbers.get(i), 0));
        }
    }

    @Override
    void rectifyGradient(Memory output, Memory target, int count) {
        FloatBuffer activation = of(output);
        FloatBuffer gradient = of(target);
        for (int i = 0; i < count; i++) {
            gradient.put(i, activation.get(i) > 0 ? numbers.get(i) : 0);
        }
    }

    @Override
    void spread(int from, Memory target, int to, int step, int count) {
        FloatBuffer places = of(target);
        for (int i = 0; i < count; i++) {
            places.put(to + i * step, numbers.get(from + i));
        }
    }

    @Override
    void gather(int from, int step, Memory target, int to, int count) {
        FloatBuffer places = of(target);
        for (int i = 0; i < count; i++) {
            places.put(to + i, numbers.get(from + i * step));
        }
    }

    @Override
    void addScaled(double factor, Memory target) {
        openblas.cblas_saxpy(length(), (float) factor, pointer, 1, ((FloatMemory) target).pointer, 1);
    }

    @Override
    void scale(double factor) {
        openblas.cblas_sscal(length(), (float) factor, pointer, 1);
    }

    @Override
    void multiply(Matrix a, Matrix b, int offset, int rows, int columns, int inner, double keep) {
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

    private static FloatBuffer of(Memory memory) {
        return ((FloatMemory) memory).numbers;
    }
}
