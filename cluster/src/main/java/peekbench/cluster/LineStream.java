package peekbench.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Lines that arrive one by one, as a stream that waits for them. Others add them, from any thread. */
final class LineStream extends InputStream {
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private Part current = new Line("");

    private sealed interface Part {}

    private record Line(InputStream bytes) implements Part {
        Line(String text) {
            this(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private record End() implements Part {}

    private record Broken(String reason) implements Part {}

    void add(String line) {
        parts.add(new Line(line + "\n"));
    }

    /** There will be no more. */
    void end() {
        parts.add(new End());
    }

    /** Nobody knows whether there would have been more. */
    void breakOff(String reason) {
        parts.add(new Broken(reason));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (current instanceof Line line) {
            int read = line.bytes().read(bytes, from, length);
            if (read >= 0) {
                return read;
            }
            current = next();
        }
        if (current instanceof Broken broken) {
            throw new IOException(broken.reason());
        }
        return -1;
    }

    private Part next() throws IOException {
        try {
            return parts.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
