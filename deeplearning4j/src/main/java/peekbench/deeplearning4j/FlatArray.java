package peekbench.deeplearning4j;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.problem.ConfigurationException;

/**
 * Reads arrays as ND4J writes them: a buffer with the shape and one with the numbers, each with the way it was allocated, its
 * length and its type before it, big-endian. Here rather than by ND4J, which takes as much memory as a file claims to hold.
 */
final class FlatArray {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_SHAPE = 64;

    private final String file;
    private final DataInputStream in;

    private FlatArray(String file, InputStream in) {
        this.file = file;
        this.in = new DataInputStream(in);
    }

    /**
     * The vector that a stream holds.
     *
     * @param file names it in messages
     * @param expected how many numbers there must be
     * @throws ConfigurationException when it holds another number of them, ends early, or is of another kind
     */
    static INDArray read(String file, InputStream in, long expected) throws IOException {
        try {
            return new FlatArray(file, in).vector(expected);
        } catch (EOFException e) {
            throw new ConfigurationException(
                    "The network (" + file + ") is cut short: its weights end too early. Write or" + " copy it again.");
        }
    }

    private INDArray vector(long expected) throws IOException {
        Header shape = header();
        boolean whole = shape.type().equals("LONG") || shape.type().equals("INT");
        if (!whole || shape.length() > LONGEST_SHAPE) {
            throw damaged("its shape is " + shape.length() + " numbers of type " + shape.type());
        }
        in.skipNBytes(shape.length() * (shape.type().equals("LONG") ? Long.BYTES : Integer.BYTES));
        Header numbers = header();
        if (numbers.length() != expected) {
            throw new ConfigurationException("The network (" + file + ") has " + numbers.length()
                    + " weights, but its layers need " + expected + ". The file is damaged, or its configuration was"
                    + " changed; write it again with ModelSerializer.");
        }
        int length = Math.toIntExact(expected);
        return switch (numbers.type()) {
            case "FLOAT" -> Nd4j.createFromArray(floats(length));
            case "DOUBLE" -> Nd4j.createFromArray(doubles(length));
            default -> throw damaged("its weights are " + numbers.type() + " numbers; FLOAT and DOUBLE can be read");
        };
    }

    private record Header(long length, String type) {}

    private Header header() throws IOException {
        String mode = in.readUTF();
        long length = switch (mode) {
            case "DIRECT", "HEAP", "JAVACPP" -> in.readInt();
            case "LONG_SHAPE", "MIXED_DATA_TYPES" -> in.readLong();
            default -> throw damaged("it says (" + shown(mode) + ") where the way of allocation stands");
        };
        if (length < 0) {
            throw damaged("it says that it has " + length + " numbers");
        }
        return new Header(length, in.readUTF());
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHAPE ? text.substring(0, LONGEST_SHAPE) + "…" : text;
    }

    private ConfigurationException damaged(String why) {
        return new ConfigurationException("The network (" + file + ") cannot be read: " + why
                + ". Write it again with DeepLearning4J's ModelSerializer.");
    }

    private float[] floats(int length) throws IOException {
        float[] numbers = new float[length];
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        for (int from = 0; from < length; from += CHUNK) {
            int count = Math.min(CHUNK, length - from);
            chunk(bytes, count * Float.BYTES).asFloatBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    private double[] doubles(int length) throws IOException {
        double[] numbers = new double[length];
        byte[] bytes = new byte[CHUNK * Double.BYTES];
        for (int from = 0; from < length; from += CHUNK) {
            int count = Math.min(CHUNK, length - from);
            chunk(bytes, count * Double.BYTES).asDoubleBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    private ByteBuffer chunk(byte[] bytes, int length) throws IOException {
        in.readFully(bytes, 0, length);
        return ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.BIG_ENDIAN);
    }
}
