package peekbench.result;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays as files of NumPy's format 1.0 (NEP 1): little-endian, C order, float32 for tensors and float64 for vectors of
 * scores. {@code numpy.load} reads them.
 *
 * <p>ND4J writes them; what reads them here is our own, since ND4J reads a file that was cut short past its end, and starts
 * the native engine even for a vector of scores.
 */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + Short.BYTES;
    private static final Pattern HEADER = Pattern.compile(
            "\\{\\s*'descr':\\s*'<(f[48])',\\s*'fortran_order':\\s*False,\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*}\\s*");

    private Npy() {}

    /**
     * Writes a tensor as float32.
     *
     * @throws IOException when the disk refuses
     */
    public static void write(Path file, INDArray array) throws IOException {
        create(file, array.castTo(DataType.FLOAT).dup('c'));
    }

    /**
     * Writes a vector as float64.
     *
     * @throws IOException when the disk refuses
     */
    public static void write(Path file, double[] values) throws IOException {
        create(file, Nd4j.createFromArray(values));
    }

    private static void create(Path file, INDArray array) throws IOException {
        Files.write(file, Nd4j.toNpyByteArray(array), StandardOpenOption.CREATE_NEW);
    }

    /**
     * Reads a tensor, as float32 or float64 as the file says.
     *
     * @throws ResultStoreException when the file is missing, truncated or of another kind
     */
    public static INDArray read(Path file) {
        return parse(file, (header, content) -> {
            int size = header.size();
            if (header.bytes() == Float.BYTES) {
                float[] values = new float[size];
                content.asFloatBuffer().get(values);
                return Nd4j.create(values, header.dimensions(), 'c');
            }
            double[] values = new double[size];
            content.asDoubleBuffer().get(values);
            return Nd4j.create(values, header.dimensions(), 'c');
        });
    }

    /**
     * Reads a vector of float64 or float32.
     *
     * @throws ResultStoreException when the file is missing, truncated or of another kind
     */
    public static double[] readVector(Path file) {
        return parse(file, (header, content) -> {
            double[] values = new double[header.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = header.bytes() == Float.BYTES ? content.getFloat() : content.getDouble();
            }
            return values;
        });
    }

    private static <T> T parse(Path file, Content<T> content) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer prefix = readFully(channel, PREFIX);
            byte[] magic = new byte[MAGIC.length];
            prefix.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new IOException("it is no NumPy array of format 1.0");
            }
            int headerLength = Short.toUnsignedInt(prefix.getShort());
            Header header = Header.parse(StandardCharsets.US_ASCII
                    .decode(readFully(channel, headerLength))
                    .toString());
            return content.read(header, readFully(channel, Math.multiplyExact(header.size(), header.bytes())));
        } catch (EOFException e) {
            throw ResultStoreException.reading(file, new IOException("the file is truncated", e));
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    @FunctionalInterface
    private interface Content<T> {
        T read(Header header, ByteBuffer content);
    }

    private record Header(int bytes, List<Long> shape) {
        int size() {
            return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
        }

        long[] dimensions() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }

        static Header parse(String text) throws IOException {
            Matcher matcher = HEADER.matcher(text);
            if (!matcher.matches()) {
                throw new IOException("its header (" + text.strip()
                        + ") is not of a little-endian float32 or float64 array in C order");
            }
            int bytes = matcher.group(1).equals("f4") ? Float.BYTES : Double.BYTES;
            List<Long> shape = Arrays.stream(matcher.group(2).split(",", -1))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .map(Long::valueOf)
                    .toList();
            return new Header(bytes, shape);
        }
    }
}
