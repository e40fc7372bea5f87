package peekbench.result.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.NpyHeader;

/**
 * Named arrays as a file of NumPy's {@code .npz} format: a zip of {@code NAME.npy}, each of format 1.0, little-endian, in C
 * order, of the type that the array has. {@code numpy.load} reads it. Equal arrays make equal files.
 */
public final class Npz {
    private static final String SUFFIX = ".npy";
    /** The first moment that a zip can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /**
     * Writes or replaces a file; a reader sees all arrays or none.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public static void write(Path target, Map<String, INDArray> arrays) {
        AtomicFile.write(target, file -> {
            try (OutputStream stream = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(stream)) {
                zip.setLevel(Deflater.NO_COMPRESSION);
                for (Map.Entry<String, INDArray> array : new TreeMap<>(arrays).entrySet()) {
                    ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
                    entry.setTimeLocal(NO_TIME);
                    zip.putNextEntry(entry);
                    write(array.getValue(), zip);
                    zip.closeEntry();
                }
            }
        });
    }

    private static void write(INDArray array, OutputStream to) throws IOException {
        INDArray flat = array.dup('c').reshape(array.length());
        List<Long> shape = Arrays.stream(array.shape()).boxed().toList();
        NpyHeader.Type type = type(array);
        to.write(new NpyHeader(type, shape, 0).written());
        ByteBuffer numbers = ByteBuffer.allocate(Math.toIntExact(Math.multiplyExact(array.length(), type.bytes())))
                .order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case FLOAT32 -> numbers.asFloatBuffer().put(flat.toFloatVector());
            case FLOAT64 -> numbers.asDoubleBuffer().put(flat.toDoubleVector());
            case INT32 -> numbers.asIntBuffer().put(flat.toIntVector());
            default -> numbers.asLongBuffer().put(flat.toLongVector());
        }
        to.write(numbers.array());
    }

    private static NpyHeader.Type type(INDArray array) {
        return switch (array.dataType()) {
            case FLOAT -> NpyHeader.Type.FLOAT32;
            case DOUBLE -> NpyHeader.Type.FLOAT64;
            case INT -> NpyHeader.Type.INT32;
            case LONG -> NpyHeader.Type.INT64;
            default ->
                throw new IllegalArgumentException("Arrays of " + array.dataType()
                        + " are not written; they may hold float, double, int or long numbers.");
        };
    }

    /**
     * Reads all arrays, by name.
     *
     * @throws ResultStoreException when the file is missing, truncated or of another kind
     */
    public static SortedMap<String, INDArray> read(Path file) {
        SortedMap<String, INDArray> arrays = new TreeMap<>();
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!name.endsWith(SUFFIX)) {
                    throw new IOException("it holds (" + name + "), which is no array");
                }
                arrays.put(name.substring(0, name.length() - SUFFIX.length()), array(zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
        return arrays;
    }

    private static INDArray array(byte[] content) throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(content);
        NpyHeader header = NpyHeader.read(whole);
        long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
        int size = Math.toIntExact(header.size());
        return switch (header.type()) {
            case FLOAT32 -> {
                float[] values = new float[size];
                whole.asFloatBuffer().get(values);
                yield Nd4j.create(values, shape, 'c');
            }
            case INT32 -> {
                int[] values = new int[size];
                whole.asIntBuffer().get(values);
                yield Nd4j.createFromArray(values).reshape(shape);
            }
            case INT64 -> {
                long[] values = new long[size];
                whole.asLongBuffer().get(values);
                yield Nd4j.createFromArray(values).reshape(shape);
            }
            default -> Nd4j.create(header.type().readAll(whole), shape, 'c');
        };
    }
}
