package peekbench.nn.memory;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Float32 memory. */
final class FloatMemory extends Memory {
    private final FloatPointer pointer;
    private final FloatBuffer numbers;
    private final IntBuffer bits;

    FloatMemory(INDArray array) {
        super(array);
        this.pointer = at(new FloatPointer(array.data().pointer()), array);
        this.numbers = pointer.asBuffer();
        this.bits = at(new IntPointer(array.data().pointer()), array).asBuffer();
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
    public void add(int from, Memory target, int to, int count) {
        FloatBuffer sum = of(target);
        for (int i = 0; i < count; i++) {
            sum.put(to + i, sum.get(to + i) + numbers.get(from + i));
        }
    }

    @Override
    public void fill(int from, int count, double value) {
        float number = (float) value;
        for (int i = from; i < from + count; i++) {
            numbers.put(i, number);
        }
    }

    @Override
    public void relu(Memory target, int count) {
        FloatBuffer output = of(target);
        for (int i = 0; i < count; i++) {
            output.put(i, Math.max(numbers.get(i), 0));
        }
    }

    @Override
    public void reluGradient(Memory output, Memory target, int count) {
        IntBuffer activation = ((FloatMemory) output).bits;
        IntBuffer gradient = ((FloatMemory) target).bits;
        for (int i = 0; i < count; i++) {
            gradient.put(i, bits.get(i) & (-activation.get(i) >> 31));
        }
    }

    @Override
    public void spread(int from, Memory target, int to, int step, int rows, int columns) {
        FloatBuffer image = of(target);
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
        FloatBuffer plane = of(target);
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
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
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
        float middle = (float) centre;
        float even = 0;
        float odd = 0;
        int at = from;
        for (int end = from + count - 1; at < end; at += 2) {
            float first = numbers.get(at) - middle;
            float second = numbers.get(at + 1) - middle;
            even += first * first;
            odd += second * second;
        }
        if (at < from + count) {
            float last = numbers.get(at) - middle;
            even += last * last;
        }
        return (double) even + odd;
    }

    @Override
    public double deviationProduct(int from, int count, Memory values, double centre) {
        FloatBuffer other = of(values);
        float middle = (float) centre;
        float even = 0;
        float odd = 0;
        int at = from;
        for (int end = from + count - 1; at < end; at += 2) {
            even += numbers.get(at) * (other.get(at) - middle);
            odd += numbers.get(at + 1) * (other.get(at + 1) - middle);
        }
        if (at < from + count) {
            even += numbers.get(at) * (other.get(at) - middle);
        }
        return (double) even + odd;
    }

    @Override
    public void standardize(int from, int count, Memory target, double centre, double factor, double shift) {
        FloatBuffer result = of(target);
        float middle = (float) centre;
        float scale = (float) factor;
        float base = (float) shift;
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
        FloatBuffer other = of(values);
        FloatBuffer result = of(target);
        float middle = (float) centre;
        float scale = (float) factor;
        float pull = (float) slope;
        float base = (float) shift;
        for (int i = from; i < from + count; i++) {
            result.put(i, numbers.get(i) * scale + (other.get(i) - middle) * pull + base);
        }
    }

    @Override
    public void gather(int from, int step, Memory target, int to, int count) {
        FloatBuffer places = of(target);
        for (int i = 0; i < count; i++) {
            places.put(to + i, numbers.get(from + i * step));
        }
    }

    @Override
    public void addScaled(double factor, Memory target) {
        openblas.cblas_saxpy(length(), (float) factor, pointer, 1, ((FloatMemory) target).pointer, 1);
    }

    @Override
    public void descend(Memory gradients, Memory velocity, double momentum, double weightDecay, double rate) {
        FloatBuffer slope = of(gradients);
        FloatBuffer memory = of(velocity);
        float keep = (float) momentum;
        float decay = (float) weightDecay;
        float step = (float) rate;
        float[] p = new float[DESCENT_CHUNK];
        float[] g = new float[DESCENT_CHUNK];
        float[] v = new float[DESCENT_CHUNK];
        for (int from = 0; from < length(); from += DESCENT_CHUNK) {
            int count = Math.min(DESCENT_CHUNK, length() - from);
            numbers.get(from, p, 0, count);
            slope.get(from, g, 0, count);
            memory.get(from, v, 0, count);
            for (int i = 0; i < count; i++) {
                v[i] = keep * v[i] + (g[i] + decay * p[i]);
                p[i] -= step * v[i];
            }
            memory.put(from, v, 0, count);
            numbers.put(from, p, 0, count);
        }
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

    private static FloatBuffer of(Memory memory) {
        return ((FloatMemory) memory).numbers;
    }
}
