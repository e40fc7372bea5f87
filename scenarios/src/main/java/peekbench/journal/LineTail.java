package peekbench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a file that another program appends to, whole lines only. For one thread. */
final class LineTail {
    private static final int MOST_AT_ONCE = 1 << 22;

    private final Path file;
    private long position;

    LineTail(Path file) {
        this.file = file;
    }

    /** The lines that were finished since the last call; none while there is no such file. */
    List<String> more() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long fresh = channel.size() - position;
            if (fresh <= 0) {
                return List.of();
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(fresh, MOST_AT_ONCE));
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // A read may give less than there is.
            }
            int end = endOfLastLine(bytes);
            position += end;
            return new String(bytes.array(), 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static int endOfLastLine(ByteBuffer bytes) {
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        return end;
    }
}
