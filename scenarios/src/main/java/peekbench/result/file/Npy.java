package peekbench.result.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.NpyHeader;

/**
 * Arrays as files of NumPy's format 1.0 (NEP 1): little-endian, C order, float32 for tensors and float64 for vectors of
 * scores. {@code numpy.load} reads them.
 *
 * <p>ND4J writes them; what reads them here is our own, since ND4J reads a file that was cut short past its end, and starts
 * the native engine even for a vector of scores.
 */
public final class Npy {
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
            long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
            if (header.type() == NpyHeader.Type.FLOAT32) {
                float[] values = new float[Math.toIntExact(header.size())];
                content.asFloatBuffer().get(values);
                return Nd4j.create(values, shape, 'c');
            }
            return Nd4j.create(header.type().readAll(content), shape, 'c');
        });
    }

    /**
     * Reads a vector of numbers of any type.
     *
     * @throws ResultStoreException when the file is missing, truncated or of another kind
     */
    public static double[] readVector(Path file) {
        return parse(file, (header, content) -> header.type().readAll(content));
    }

    private static <T> T parse(Path file, BiFunction<NpyHeader, ByteBuffer, T> content) {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(channel);
            long bytes = header.size() * header.type().bytes();
            if (bytes > Integer.MAX_VALUE) {
                throw new IOException("its " + bytes + " bytes are too many to be read at once");
            }
            return content.apply(header, NpyHeader.bytes(channel, header.offset(), (int) bytes));
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }
}
