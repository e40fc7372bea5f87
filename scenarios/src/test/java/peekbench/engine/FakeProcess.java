package peekbench.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A trial process that prints some lines when it has its orders, and is gone then or never answers. */
final class FakeProcess extends Process {
    private final InputStream output;
    private final CountDownLatch ordered = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile int code;

    /** @param lines all that it prints; it prints no end of them before it is gone */
    private FakeProcess(String... lines) {
        byte[] printed = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        output = new SequenceInputStream(Collections.enumeration(
                List.of(new Silence(ordered), new ByteArrayInputStream(printed), new Silence(gone))));
    }

    /** Holds nothing, which one learns when something has happened. */
    private static final class Silence extends InputStream {
        private final CountDownLatch until;

        Silence(CountDownLatch until) {
            this.until = until;
        }

        @Override
        public int read() throws IOException {
            try {
                until.await();
                return -1;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }

    static FakeProcess thatEnds(int code, String... lines) {
        FakeProcess process = new FakeProcess(lines);
        process.end(code);
        return process;
    }

    static FakeProcess thatNeverAnswers() {
        return new FakeProcess();
    }

    private void end(int with) {
        code = with;
        gone.countDown();
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            private int lines;

            @Override
            public void write(int value) {
                if (value == '\n' && ++lines == 2) {
                    ordered.countDown();
                }
            }

            @Override
            public void close() {
                ordered.countDown();
            }
        };
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        gone.await();
        return code;
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return gone.await(timeout, unit);
    }

    @Override
    public int exitValue() {
        if (isAlive()) {
            throw new IllegalThreadStateException("it runs");
        }
        return code;
    }

    @Override
    public boolean isAlive() {
        return gone.getCount() > 0;
    }

    @Override
    public void destroy() {
        end(128 + 9);
    }
}
