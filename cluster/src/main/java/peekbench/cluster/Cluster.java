package peekbench.cluster;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.CollectionAccumulator;
import peekbench.engine.EngineException;
import scala.reflect.ClassTag;

/** A connection to a cluster. Each trial is a job of its own with one task, so that trials begin, end and fail one by one. */
final class Cluster implements AutoCloseable {
    private static final int BEFORE_SPARK = Integer.MAX_VALUE;
    private static final long PATIENCE_SECONDS = 30;

    private final String master;
    private final JavaSparkContext context;
    private final ClusterListener listener;
    private final AtomicLong jobs = new AtomicLong();
    private final Runnable hook = this::awaitIdle;

    private Cluster(String master, JavaSparkContext context) {
        this.master = master;
        this.context = context;
        // Spark closes the connection by a hook of this manager: only when the run's own hook has stopped all trials.
        ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK, PATIENCE_SECONDS, TimeUnit.SECONDS);
        this.listener = context.sc()
                .listenerBus()
                .findListenersByClass(ClassTag.<ClusterListener>apply(ClusterListener.class))
                .head();
    }

    /**
     * Connects. What the Java machine's properties {@code spark.*} say holds, and what they leave open is set.
     *
     * @param master the cluster's address, as Spark takes it
     * @throws EngineException when there is no such cluster
     */
    static Cluster connect(String master) {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("Peekbench")
                // Progress comes with heartbeats, which are 10 s apart by default.
                .setIfMissing("spark.executor.heartbeatInterval", "1s")
                // Trials take their memory in processes of their own.
                .setIfMissing("spark.executor.memory", "512m")
                .setIfMissing("spark.ui.enabled", "false");
        add(conf, "spark.extraListeners", ",", ClusterListener.class.getName());
        bring(conf);
        try {
            return new Cluster(master, new JavaSparkContext(conf));
        } catch (Exception e) { // Scala throws checked ones too
            throw gone(master, e);
        }
    }

    /** Has executors find the classes of tasks: in the module's jar, which Spark sends there, or in a folder. */
    private static void bring(SparkConf conf) {
        try {
            Path classes = Path.of(TrialTask.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(classes)) {
                add(conf, "spark.executor.extraClassPath", File.pathSeparator, classes.toString());
            } else {
                add(conf, "spark.jars", ",", classes.toString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(SparkConf conf, String key, String separator, String value) {
        String others = conf.get(key, "");
        conf.set(key, others.isEmpty() ? value : others + separator + value);
    }

    private static EngineException gone(String master, Throwable cause) {
        return new EngineException(
                "The cluster (" + master + ") is not there or ended the run: " + cause.getMessage()
                        + ". Check --master, and that workers are connected; the same command goes on with the rest.",
                cause);
    }

    /** @throws EngineException when the cluster is gone */
    void checkThere() {
        if (gone()) {
            throw gone(master, new IllegalStateException("Spark has closed the connection"));
        }
    }

    boolean gone() {
        return context.sc().isStopped();
    }

    /** Whether there is no executor. */
    boolean empty() {
        return listener.executors() == 0;
    }

    /** The room there is for tasks. */
    Slots slots() {
        return listener.slots();
    }

    /** Has a program run on some worker. */
    JavaFutureAction<List<TrialTask.Ended>> begin(ProcessCall call, TaskHearer hearer) {
        CollectionAccumulator<String> lines = new CollectionAccumulator<>();
        context.sc().register(lines);
        return begin(new TrialTask(call, lines), lines.id(), hearer);
    }

    /** @param lines the accumulator that has what the task's process printed */
    <T> JavaFutureAction<List<T>> begin(Function<Integer, T> task, long lines, TaskHearer hearer) {
        String group = "trial-" + jobs.incrementAndGet();
        listener.tell(group, lines, hearer);
        // Of this thread: a cancelled task is interrupted, and ends its process.
        context.setJobGroup(group, group, true);
        return context.parallelize(List.of(0), 1).map(task).collectAsync();
    }

    private void awaitIdle() {
        try {
            listener.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
        context.close();
    }
}
