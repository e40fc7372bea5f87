package peekbench.data.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import peekbench.data.MemoryNeed;
import peekbench.problem.ConfigurationException;

/**
 * An array of bytes in the idx format of the MNIST family: magic number {@code 0x00 0x00 0x08 rank}, sizes as big-endian
 * 32-bit numbers, then the bytes.
 *
 * @param name the file, for messages
 * @param sizes one an axis, the number of examples first
 * @param bytes all bytes in C order
 */
public record IdxFile(String name, int[] sizes, byte[] bytes) {
    private static final int UNSIGNED_BYTE = 8;
    /** What one array can hold. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    /**
     * Reads a file, gzip-compressed if its name ends in {@code .gz}.
     *
     * @throws ConfigurationException when it is missing, truncated or not of this format
     */
    public static IdxFile read(Path file, int rank) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(
                    "The data file (" + file + ") is missing. Put it there or fetch it again.");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return read(in, file.toString(), rank);
        } catch (EOFException e) {
            throw truncated(file.toString(), Objects.requireNonNullElse(e.getMessage(), "it ends too early"));
        } catch (IOException e) {
            throw new ConfigurationException("The data file (" + file + ") cannot be read: " + e.getMessage()
                    + ". Check it with `peekbench data verify`, or remove it and fetch it again.");
        }
    }

    public static IdxFile read(InputStream in, String name, int rank) throws IOException {
        byte[] head = in.readNBytes(4 + 4 * rank);
        if (head.length < 4 + 4 * rank) {
            throw truncated(name, "its head has " + head.length + " bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(head);
        int magic = header.getInt();
        if (magic != (UNSIGNED_BYTE << 8 | rank)) {
            throw new ConfigurationException(String.format(
                    "The data file (%s) begins with 0x%08x; an idx file of bytes with %d axes begins with 0x%08x. Is it"
                            + " the file that its name says?",
                    name, magic, rank, UNSIGNED_BYTE << 8 | rank));
        }
        int[] sizes = new int[rank];
        long count = 1;
        for (int axis = 0; axis < rank; axis++) {
            sizes[axis] = header.getInt();
            count = count > MOST_BYTES ? count : count * sizes[axis];
        }
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new ConfigurationException(
                    "The data file (" + name + ") has sizes " + Arrays.toString(sizes) + "; each must be at least 1.");
        }
        if (count > MOST_BYTES) {
            throw new ConfigurationException("The data file (" + name + ") has sizes " + Arrays.toString(sizes)
                    + ", more numbers together than the " + MOST_BYTES + " that can be read. Is it the right file?");
        }
        int length = MemoryNeed.of("numbers of data file " + name, count, 1, "take a smaller file");
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < count) {
            throw truncated(name, "it holds " + bytes.length + " of " + count + " bytes");
        }
        return new IdxFile(name, sizes, bytes);
    }

    private static ConfigurationException truncated(String name, String detail) {
        return new ConfigurationException(
                "The data file (" + name + ") is truncated: " + detail + ". Remove it and fetch it again.");
    }

    /** The classes of a label file. */
    int[] labels(int classes) {
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[i] & 0xff;
            if (labels[i] >= classes) {
                throw new ConfigurationException("The label (" + labels[i] + ") at place " + i + " of data file ("
                        + name + ") is out of range; this data set has classes 0 to " + (classes - 1) + ".");
            }
        }
        return labels;
    }
}
