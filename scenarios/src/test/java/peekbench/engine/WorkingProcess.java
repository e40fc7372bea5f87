package peekbench.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A trial process that answers each trial it is given, and ends with its input or when its answer says so. */
final class WorkingProcess extends Process {
    private static final int END = -1;

    private final Function<ProcessOrder.Trial, String> work;
    private final BlockingQueue<Integer> printed = new LinkedBlockingQueue<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private int prepared;

    /** @param work makes of a trial the line that the process prints */
    WorkingProcess(Function<ProcessOrder.Trial, String> work) {
        this.work = work;
    }

    /** How often it was told to prepare itself. */
    int prepared() {
        return prepared;
    }

    private void hear(String line) {
        ProcessOrder order = ProcessOrder.of(line);
        if (order instanceof ProcessOrder.Prepare) {
            prepared++;
        } else if (order instanceof ProcessOrder.Trial trial) {
            for (byte character : (work.apply(trial) + "\n").getBytes(StandardCharsets.UTF_8)) {
                printed.add((int) character);
            }
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public void write(int value) {
                if (value == '\n') {
                    hear(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(value);
                }
            }

            @Override
            public void close() {
                destroy();
            }
        };
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    int next = printed.take();
                    if (next == END) {
                        printed.add(END);
                    }
                    return next;
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int next = read();
                if (next == END) {
                    return END;
                }
                bytes[from] = (byte) next;
                return 1;
            }
        };
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        gone.await();
        return 0;
    }

    @Override
    public int exitValue() {
        if (isAlive()) {
            throw new IllegalThreadStateException("it runs");
        }
        return 0;
    }

    @Override
    public boolean isAlive() {
        return gone.getCount() > 0;
    }

    @Override
    public void destroy() {
        printed.add(END);
        gone.countDown();
    }

    @Override
    public Process destroyForcibly() {
        destroy();
        return this;
    }
}
