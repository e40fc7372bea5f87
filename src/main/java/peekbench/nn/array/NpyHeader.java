package peekbench.nn.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of NumPy's format 1.0 (NEP 1) says of its array: little-endian, C order.
 *
 * @param type of a number
 * @param shape sizes, the first of them counting rows; empty for a single number
 * @param offset bytes before the first number
 */
public record NpyHeader(Type type, List<Long> shape, long offset) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int PREFIX = MAGIC.length + Short.BYTES;
    private static final Pattern HEADER = Pattern.compile("\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*False,"
            + "\\s*'shape':\\s*\\(((?:[0-9]{1,18}, ?)*(?:[0-9]{1,18})?)\\),?\\s*}\\s*");

    /** How a number is stored. */
    public enum Type {
        INT8("|i1", Byte.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.get();
            }
        },
        UINT8("|u1", Byte.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return Byte.toUnsignedInt(from.get());
            }
        },
        BOOL("|b1", Byte.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.get() == 0 ? 0 : 1;
            }
        },
        UINT16("<u2", Short.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return Short.toUnsignedInt(from.getShort());
            }
        },
        INT16("<i2", Short.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.getShort();
            }
        },
        INT32("<i4", Integer.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.getInt();
            }
        },
        INT64("<i8", Long.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.getLong();
            }
        },
        FLOAT32("<f4", Float.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.getFloat();
            }
        },
        FLOAT64("<f8", Double.BYTES) {
            @Override
            public double read(ByteBuffer from) {
                return from.getDouble();
            }
        };

        private final String description;
        private final int bytes;

        Type(String description, int bytes) {
            this.description = description;
            this.bytes = bytes;
        }

        /** Whether its numbers are whole, so that they can be classes. */
        public boolean isWhole() {
            return this != FLOAT32 && this != FLOAT64;
        }

        /** Bytes a number. */
        public int bytes() {
            return bytes;
        }

        /** The next number; an int64 beyond 2^53 is rounded. */
        public abstract double read(ByteBuffer from);

        /** The numbers that the buffer still holds. */
        public double[] readAll(ByteBuffer from) {
            double[] values = new double[from.remaining() / bytes];
            for (int i = 0; i < values.length; i++) {
                values[i] = read(from);
            }
            return values;
        }
    }

    public NpyHeader {
        shape = List.copyOf(shape);
    }

    /**
     * Reads the header of a file and checks that the file holds all that it promises.
     *
     * @throws IOException when it is cut short or no such array; the message says which
     */
    public static NpyHeader read(FileChannel channel) throws IOException {
        ByteBuffer prefix = bytes(channel, 0, PREFIX);
        byte[] magic = new byte[MAGIC.length];
        prefix.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("it is no NumPy array of format 1.0");
        }
        int length = Short.toUnsignedInt(prefix.getShort());
        String text =
                StandardCharsets.US_ASCII.decode(bytes(channel, PREFIX, length)).toString();
        NpyHeader header = parse(text, PREFIX + (long) length);
        if (channel.size() - header.offset < header.byteCount()) {
            throw truncated();
        }
        return header;
    }

    /**
     * Reads the header of an array that is at hand whole, up to the first number.
     *
     * @throws IOException when it is cut short or no such array; the message says which
     */
    public static NpyHeader read(ByteBuffer whole) throws IOException {
        byte[] magic = new byte[MAGIC.length];
        if (whole.remaining() < PREFIX) {
            throw truncated();
        }
        whole.order(ByteOrder.LITTLE_ENDIAN).get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("it is no NumPy array of format 1.0");
        }
        byte[] text = new byte[Short.toUnsignedInt(whole.getShort())];
        if (whole.remaining() < text.length) {
            throw truncated();
        }
        whole.get(text);
        NpyHeader header = parse(new String(text, StandardCharsets.US_ASCII), PREFIX + (long) text.length);
        if (whole.remaining() < header.byteCount()) {
            throw truncated();
        }
        return header;
    }

    /**
     * Reads the header of an array of which the rest comes behind, whether or not it is whole.
     *
     * @throws IOException when it is cut short or no such array; the message says which
     */
    public static NpyHeader read(InputStream in) throws IOException {
        byte[] prefix = in.readNBytes(PREFIX);
        if (prefix.length < PREFIX) {
            throw truncated();
        }
        if (!Arrays.equals(prefix, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("it is no NumPy array of format 1.0");
        }
        int length = Short.toUnsignedInt(
                ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getShort(MAGIC.length));
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw truncated();
        }
        return parse(new String(text, StandardCharsets.US_ASCII), PREFIX + (long) length);
    }

    /** The file up to the first number: magic, length, and a line that ends at a multiple of 64 bytes. */
    public byte[] written() {
        StringBuilder sizes = new StringBuilder();
        shape.forEach(size -> sizes.append(size).append(shape.size() == 1 ? "," : ", "));
        String text = "{'descr': '" + type.description + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int length = (PREFIX + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - PREFIX;
        byte[] line = (text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = ByteBuffer.allocate(PREFIX + length).order(ByteOrder.LITTLE_ENDIAN);
        return header.put(MAGIC).putShort((short) length).put(line).array();
    }

    /**
     * Reads bytes at a place, in the order in which the format stores numbers.
     *
     * @throws IOException when the file ends before
     */
    public static ByteBuffer bytes(FileChannel channel, long from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw truncated();
            }
        }
        return buffer.flip();
    }

    /** How many numbers the array has. */
    public long size() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    private long byteCount() throws IOException {
        try {
            return Math.multiplyExact(size(), type.bytes);
        } catch (ArithmeticException e) {
            throw new IOException("its shape " + shape + " is larger than any file", e);
        }
    }

    private static EOFException truncated() {
        return new EOFException("the file is truncated");
    }

    private static NpyHeader parse(String text, long offset) throws IOException {
        Matcher matcher = HEADER.matcher(text);
        if (matcher.matches()) {
            for (Type type : Type.values()) {
                if (type.description.equals(matcher.group(1))) {
                    return new NpyHeader(type, sizes(matcher.group(2)), offset);
                }
            }
        }
        throw new IOException("its header (" + text.strip()
                + ") is not of a little-endian float32, float64 or whole-number array in C order");
    }

    private static List<Long> sizes(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
