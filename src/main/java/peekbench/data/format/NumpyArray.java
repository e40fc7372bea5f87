package peekbench.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalInt;
import peekbench.data.MemoryNeed;
import peekbench.nn.array.NpyHeader;
import peekbench.problem.ConfigurationException;

/**
 * The numbers of a NumPy array.
 *
 * @param name the file, and the array in it, for messages
 * @param type in which they are stored
 * @param shape sizes, records first
 * @param bytes the numbers of an array of uint8; else none
 * @param numbers those of any other; else none
 */
record NumpyArray(String name, NpyHeader.Type type, List<Integer> shape, byte[] bytes, float[] numbers) {
    private static final int BUFFER = 1 << 16;

    NumpyArray {
        shape = List.copyOf(shape);
    }

    /**
     * Reads an array. Its size is looked at before memory is taken, and nothing in the file is executed.
     *
     * @throws ConfigurationException when it is truncated, of another kind, or too large
     */
    static NumpyArray read(String name, InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        if (header.shape().isEmpty()
                || header.shape().stream().anyMatch(size -> size < 1 || size > Integer.MAX_VALUE)) {
            throw new IOException(
                    "its shape is " + header.shape() + "; it must have records, and each size be at least 1");
        }
        boolean asBytes = header.type() == NpyHeader.Type.UINT8;
        double total = header.shape().stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        int size = MemoryNeed.of(
                "numbers of array " + name, (long) total, asBytes ? 1 : Float.BYTES, "store fewer of them");
        List<Integer> shape = header.shape().stream().map(Long::intValue).toList();
        if (asBytes) {
            byte[] bytes = in.readNBytes(size);
            complete(bytes.length, size);
            return new NumpyArray(name, header.type(), shape, bytes, new float[0]);
        }
        float[] numbers = new float[size];
        int width = header.type().bytes();
        byte[] buffer = new byte[BUFFER];
        for (int at = 0; at < size; ) {
            int wanted = (int) Math.min(BUFFER, (long) (size - at) * width);
            complete(in.readNBytes(buffer, 0, wanted), wanted);
            ByteBuffer some = ByteBuffer.wrap(buffer, 0, wanted).order(ByteOrder.LITTLE_ENDIAN);
            while (some.hasRemaining()) {
                numbers[at] = (float) header.type().read(some);
                if (!Float.isFinite(numbers[at])) {
                    throw new ConfigurationException("The array (" + name + ") has the value " + numbers[at]
                            + " at place " + at + ", with which no network can reckon. Mend it, or remove the record.");
                }
                at++;
            }
        }
        return new NumpyArray(name, header.type(), shape, new byte[0], numbers);
    }

    private static void complete(int read, int wanted) throws EOFException {
        if (read < wanted) {
            throw new EOFException("the file is truncated");
        }
    }

    int records() {
        return shape.get(0);
    }

    float number(int place) {
        return type == NpyHeader.Type.UINT8 ? bytes[place] & 0xff : numbers[place];
    }

    int length() {
        return type == NpyHeader.Type.UINT8 ? bytes.length : numbers.length;
    }

    /** The classes that it holds; none where it holds numbers to predict. */
    OptionalInt classes() {
        boolean column = shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1);
        if (!type.isWhole() || !column) {
            return OptionalInt.empty();
        }
        int most = 0;
        for (int place = 0; place < length(); place++) {
            if (number(place) < 0 || number(place) > Short.MAX_VALUE) {
                throw new ConfigurationException("The array (" + name + ") has the class (" + (long) number(place)
                        + ") at place " + place + "; classes are whole numbers from 0 to " + Short.MAX_VALUE
                        + ". Number them so, or store numbers to predict as float32.");
            }
            most = Math.max(most, (int) number(place));
        }
        return OptionalInt.of(most + 1);
    }
}
