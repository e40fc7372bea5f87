package peekbench.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.spark.api.java.JavaFutureAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.event.EventJson;
import peekbench.event.ProcessEvent;
import peekbench.event.TrialEvent;
import peekbench.result.file.Json;

/**
 * A trial process on some worker, as if it were here. Its orders are collected until they are complete, as a task begins with
 * all that it needs; its lines arrive while it runs, its log when it has ended. The end of its input ends it.
 */
final class ClusterProcess extends Process implements TaskHearer {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterProcess.class);

    /** To prepare, and to do a trial. */
    private static final int ORDERS = 2;

    private static final int ENDED = 128 + 15;

    private final Cluster cluster;
    private final Function<List<String>, ProcessCall> calls;
    private final Path log;
    private final LineStream output = new LineStream();
    private final Orders orders = new Orders();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private @Nullable JavaFutureAction<List<TrialTask.Ended>> task;
    private Path results = Path.of("");
    private long attempt = -1;
    private int told;
    private volatile boolean cancelled;
    private volatile boolean done;
    private volatile int code;

    /**
     * @param calls makes of the orders what a worker is asked to run
     * @param log gets the end of what the process printed besides events
     */
    ClusterProcess(Cluster cluster, Function<List<String>, ProcessCall> calls, Path log) {
        this.cluster = cluster;
        this.calls = calls;
        this.log = log;
    }

    private final class Orders extends OutputStream {
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private int lines;

        @Override
        public void write(int value) {
            text.write(value);
            if (value == '\n' && ++lines == ORDERS) {
                submit(text.toString(StandardCharsets.UTF_8).lines().toList());
            }
        }

        @Override
        public void close() {
            end();
        }
    }

    private synchronized void submit(List<String> lines) {
        if (gone.getCount() == 0) {
            return;
        }
        results = results(lines.get(ORDERS - 1));
        JavaFutureAction<List<TrialTask.Ended>> begun = cluster.begin(calls.apply(lines), this);
        task = begun;
        Thread waiter = new Thread(() -> await(begun), "end of a task");
        waiter.setDaemon(true);
        waiter.start();
    }

    private static Path results(String order) {
        try {
            return Path.of(Json.parse(order).path("trial").path("results").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no order to a trial process: " + order, e);
        }
    }

    /** A process that has done its trial ends by itself. */
    private void end() {
        if (!done) {
            cancel();
        }
    }

    /** A task that was begun is cancelled; otherwise nothing was begun, and nothing will be. */
    private synchronized void cancel() {
        cancelled = true;
        if (task != null) {
            task.cancel(true);
        } else {
            finish(ENDED);
        }
    }

    private void await(JavaFutureAction<List<TrialTask.Ended>> begun) {
        try {
            take(begun.get().get(0));
        } catch (CancellationException e) {
            ended();
        } catch (ExecutionException e) {
            // Spark may not have noted yet that it was cancelled.
            if (cancelled) {
                ended();
            } else if (cluster.gone()) {
                output.breakOff("the connection to the cluster is closed");
                finish(ENDED);
            } else {
                unfit("the cluster gave it up: " + e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(ENDED);
        }
    }

    private void take(TrialTask.Ended ended) {
        heard(ended.task(), ended.end().lines());
        try {
            Files.writeString(log, ended.end().log(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("what a trial process printed cannot be kept: {}", e.toString());
        }
        if (ended.end().unfit().isEmpty()) {
            finish(ended.end().code());
        } else {
            unfit(ended.end().unfit());
        }
    }

    private void unfit(String reason) {
        output.add(EventJson.line(new ProcessEvent.Unfit(EventJson.now(), reason)));
        finish(1);
    }

    /** Waits until the process has cleared up after itself; who is impatient calls {@link #destroyForcibly}. */
    private void ended() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        finish(ENDED);
    }

    private void finish(int with) {
        if (gone.getCount() > 0) {
            code = with;
            output.end();
            gone.countDown();
        }
    }

    @Override
    public synchronized void heard(long from, List<String> lines) {
        if (from > attempt) {
            attempt = from;
            told = 0;
        }
        if (from == attempt && lines.size() > told) {
            lines.subList(told, lines.size()).forEach(this::hear);
            told = lines.size();
        }
    }

    private void hear(String line) {
        EventJson.read(line).ifPresent(event -> {
            if (event instanceof TrialEvent.Done || event instanceof TrialEvent.Failed) {
                done = true;
                look();
            }
        });
        output.add(line);
    }

    /** A network file system shows what others wrote when the folder is opened anew. */
    private void look() {
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(results)) {
            if (!opened.iterator().hasNext()) {
                LOG.debug("{} is empty", results);
            }
        } catch (IOException e) {
            LOG.warn("the result folder cannot be listed: {}", e.toString());
        }
    }

    @Override
    public void over() {
        over.countDown();
    }

    @Override
    public OutputStream getOutputStream() {
        return orders;
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
        if (gone.getCount() > 0) {
            throw new IllegalThreadStateException("the process runs, or waits for a worker");
        }
        return code;
    }

    @Override
    public void destroy() {
        cancel();
        over.countDown();
    }
}
