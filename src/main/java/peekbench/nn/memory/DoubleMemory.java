package peekbench.nn.memory;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Float64 memory. */
final class DoubleMemory extends Memory {
    private final DoublePointer pointer;
    private final DoubleBuffer numbers;
    private final LongBuffer bits;

    DoubleMemory(INDArray array) {
        super(array);
        this.pointer = at(new DoublePointer(array.data().pointer()), array);
        this.numbers = pointer.asBuffer();
        this.bits = at(new LongPointer(array.data().pointer()), array).asBuffer();
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
    public void add(int from, Memory target, int to, int count) {
        DoubleBuffer sum = of(target);
        for (int i = 0; i < count; i++) {
            sum.put(to + i, sum.get(to + i) + numbers.get(from + i));
        }
    }

    @Override
    public void fill(int from, int count, double value) {
        double number = value;
        for (int i = from; i < from + count; i++) {
            numbers.put(i, number);
        }
    }

    @Override
    public void relu(Memory target, int count) {
        DoubleBuffer output = of(target);
        for (int i = 0; i < count; i++) {
            output.put(i, Math.max(numbers.get(i), 0));
        }
    }

    @Override
    public void reluGradient(Memory output, Memory target, int count) {
        LongBuffer activation = ((DoubleMemory) output).bits;
        LongBuffer gradient = ((DoubleMemory) target).bits;
        for (int i = 0; i < count; i++) {
            gradient.put(i, bits.get(i) & (-activation.get(i) >> 63));
        }
    }

    @Override
    public void spread(int from, Memory target, int to, int step, int rows, int columns) {
        DoubleBuffer image = of(target);
        for (int row = 0; row < rows; row++) {
            int source = from + row * columns;
            int place = to + row * step * step * columns;
            for (int column = 0; column < columns; column++) {
                image.put(place + column * step, numbers.get(source + column));
            }
        }
    }

    @Override
    public void collect(int from, int step, Memory target, int to, int rows, int columns) {
        DoubleBuffer plane = of(target);
        for (int row = 0; row < rows; row++) {
            int place = to + row * columns;
            int source = from + row * step * step * columns;
            for (int column = 0; column < columns; column++) {
                plane.put(place + column, numbers.get(source + column * step));
            }
        }
    }

    @Override
    public double sum(int from, int count) {
        int at = from;
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int end = from + count - 3; at < end; at += 4) {
            first += numbers.get(at);
            second += numbers.get(at + 1);
            third += numbers.get(at + 2);
            fourth += numbers.get(at + 3);
        }
        for (; at < from + count; at++) {
            first += numbers.get(at);
        }
        return first + second + third + fourth;
    }

    @Override
    public double squaredDeviations(int from, int count, double centre) {
        double middle = centre;
        double even = 0;
        double odd = 0;
        int at = from;
        for (int end = from + count - 1; at < end; at += 2) {
            double first = numbers.get(at) - middle;
            double second = numbers.get(at + 1) - middle;
            even += first * first;
            odd += second * second;
        }
        if (at < from + count) {
            double last = numbers.get(at) - middle;
            even += last * last;
        }
        return even + odd;
    }

    @Override
    public double deviationProduct(int from, int count, Memory values, double centre) {
        DoubleBuffer other = of(values);
        double middle = centre;
        double even = 0;
        double odd = 0;
        int at = from;
        for (int end = from + count - 1; at < end; at += 2) {
            even += numbers.get(at) * (other.get(at) - middle);
            odd += numbers.get(at + 1) * (other.get(at + 1) - middle);
        }
        if (at < from + count) {
            even += numbers.get(at) * (other.get(at) - middle);
        }
        return even + odd;
    }

    @Override
    public void standardize(int from, int count, Memory target, double centre, double factor, double shift) {
        DoubleBuffer result = of(target);
        double middle = centre;
        double scale = factor;
        double base = shift;
        for (int i = from; i < from + count; i++) {
            result.put(i, (numbers.get(i) - middle) * scale + base);
        }
    }

    @Override
    public void standardizeGradient(
            int from,
            int count,
            Memory values,
            Memory target,
            double centre,
            double factor,
            double slope,
            double shift) {
        DoubleBuffer other = of(values);
        DoubleBuffer result = of(target);
        double middle = centre;
        double scale = factor;
        double pull = slope;
        double base = shift;
        for (int i = from; i < from + count; i++) {
            result.put(i, numbers.get(i) * scale + (other.get(i) - middle) * pull + base);
        }
    }

    @Override
    public void gather(int from, int step, Memory target, int to, int count) {
        DoubleBuffer places = of(target);
        for (int i = 0; i < count; i++) {
            places.put(to + i, numbers.get(from + i * step));
        }
    }

    @Override
    public void addScaled(double factor, Memory target) {
        openblas.cblas_daxpy(length(), factor, pointer, 1, ((DoubleMemory) target).pointer, 1);
    }

    @Override
    public void descend(Memory gradients, Memory velocity, double momentum, double weightDecay, double rate) {
        DoubleBuffer slope = of(gradients);
        DoubleBuffer memory = of(velocity);
        double[] p = new double[DESCENT_CHUNK];
        double[] g = new double[DESCENT_CHUNK];
        double[] v = new double[DESCENT_CHUNK];
        for (int from = 0; from < length(); from += DESCENT_CHUNK) {
            int count = Math.min(DESCENT_CHUNK, length() - from);
            numbers.get(from, p, 0, count);
            slope.get(from, g, 0, count);
            memory.get(from, v, 0, count);
            for (int i = 0; i < count; i++) {
                v[i] = momentum * v[i] + (g[i] + weightDecay * p[i]);
                p[i] -= rate * v[i];
            }
            memory.put(from, v, 0, count);
            numbers.put(from, p, 0, count);
        }
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

    private static DoubleBuffer of(Memory memory) {
        return ((DoubleMemory) memory).numbers;
    }
}
