package peekbench.query;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import peekbench.nn.array.NpyHeader;
import peekbench.result.file.ResultStoreException;

/**
 * Rows of a stored array by position: the pictures of {@code [n, C, H, W]}, the records of {@code [n, features]}, the numbers
 * of {@code [n]}. Only the rows that are asked for are read. Safe for several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class PixelRows implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final NpyHeader header;
    private final int rows;
    private final int rowSize;

    private PixelRows(Path file, FileChannel channel, NpyHeader header, int rows, int rowSize) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.rows = rows;
        this.rowSize = rowSize;
    }

    /**
     * Opens a file of NumPy's format 1.0, little-endian and in C order.
     *
     * @throws ResultStoreException when it is missing, truncated or of another kind
     */
    public static PixelRows open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                NpyHeader header = NpyHeader.read(channel);
                return new PixelRows(file, channel, header, count(header), rowSize(header));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }

    /**
     * All numbers of a file, row by row.
     *
     * @throws ResultStoreException when it is missing, truncated or of another kind
     */
    public static double[] vector(Path file) {
        try (PixelRows values = open(file)) {
            return values.numbers(0, values.rows);
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** Sizes of one row: {@code [C, H, W]} of pictures. */
    public List<Long> rowShape() {
        List<Long> shape = header.shape();
        return shape.isEmpty() ? shape : shape.subList(1, shape.size());
    }

    /** Numbers a row. */
    public int rowSize() {
        return rowSize;
    }

    /**
     * Rows {@code from} up to but without {@code to}, one behind the other, as float32.
     *
     * @throws IndexOutOfBoundsException when there are no such rows
     * @throws ResultStoreException when the file was changed since it was opened, or cannot be read
     */
    public float[] pixels(int from, int to) {
        ByteBuffer bytes = bytes(from, to);
        if (header.type() == NpyHeader.Type.FLOAT32) {
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        }
        double[] numbers = header.type().readAll(bytes);
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return values;
    }

    /**
     * Rows {@code from} up to but without {@code to}, one behind the other, as float64.
     *
     * @throws IndexOutOfBoundsException when there are no such rows
     * @throws ResultStoreException when the file was changed since it was opened, or cannot be read
     */
    public double[] numbers(int from, int to) {
        return header.type().readAll(bytes(from, to));
    }

    private ByteBuffer bytes(int from, int to) {
        Objects.checkFromToIndex(from, to, rows);
        long rowBytes = (long) rowSize * header.type().bytes();
        try {
            return NpyHeader.bytes(
                    channel,
                    header.offset() + from * rowBytes,
                    Math.toIntExact(Math.multiplyExact(to - from, rowBytes)));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Rows " + from + " to " + to + " of " + file + " are too many to be read at once; ask for fewer",
                    e);
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }

    private static int count(NpyHeader header) throws IOException {
        return header.shape().isEmpty() ? 1 : fitting(header, header.shape().get(0));
    }

    private static int rowSize(NpyHeader header) throws IOException {
        List<Long> shape = header.shape();
        return fitting(header, shape.stream().skip(1).reduce(1L, Math::multiplyExact));
    }

    private static int fitting(NpyHeader header, long size) throws IOException {
        if (size > Integer.MAX_VALUE) {
            throw new IOException("its shape " + header.shape() + " has more rows, or more numbers in a row, than "
                    + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
