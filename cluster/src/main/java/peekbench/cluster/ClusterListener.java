package peekbench.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells hearers what Spark says of their tasks, and counts the room that executors have. Spark calls it from one thread. A
 * trial is a job of one task, hence of one stage.
 */
public final class ClusterListener extends SparkListener {
    private static final String GROUP = "spark.jobGroup.id";

    private final Slots slots = new Slots();
    private final int coresPerTask;
    private final Map<String, Integer> executors = new ConcurrentHashMap<>();
    private final Map<String, Job> awaited = new ConcurrentHashMap<>();
    private final Map<Integer, Job> jobs = new HashMap<>();
    private final Map<Integer, Job> stages = new HashMap<>();
    private final Object idle = new Object();
    private int open;

    /** Spark makes it, before the first executor can be there. */
    public ClusterListener(SparkConf conf) {
        this.coresPerTask = conf.getInt("spark.task.cpus", 1);
    }

    /** The room there is. */
    Slots slots() {
        return slots;
    }

    private static final class Job {
        private final long lines;
        private final TaskHearer hearer;
        private int stage;
        private int running;
        private boolean ended;

        Job(long lines, TaskHearer hearer) {
            this.lines = lines;
            this.hearer = hearer;
        }
    }

    int executors() {
        return executors.size();
    }

    /** Waits until all jobs that were submitted are over. */
    void awaitIdle() throws InterruptedException {
        synchronized (idle) {
            while (open > 0) {
                idle.wait();
            }
        }
    }

    private void count(int more) {
        synchronized (idle) {
            open += more;
            idle.notifyAll();
        }
    }

    /**
     * Tells a hearer of a job that is about to be submitted.
     *
     * @param group the job's group, which is its alone
     * @param lines the accumulator that has what the task's process printed
     */
    void tell(String group, long lines, TaskHearer hearer) {
        count(1);
        awaited.put(group, new Job(lines, hearer));
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        int tasks = added.executorInfo().totalCores() / coresPerTask;
        executors.put(added.executorId(), tasks);
        slots.change(tasks);
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        Optional.ofNullable(executors.remove(removed.executorId())).ifPresent(tasks -> slots.change(-tasks));
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        String group = start.properties().getProperty(GROUP, "");
        Optional.ofNullable(awaited.remove(group)).ifPresent(job -> {
            job.stage = (Integer) start.stageIds().head();
            jobs.put(start.jobId(), job);
            stages.put(job.stage, job);
        });
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        Optional.ofNullable(stages.get(start.stageId())).ifPresent(job -> job.running++);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        Optional.ofNullable(stages.get(end.stageId())).ifPresent(job -> {
            job.running--;
            look(job);
        });
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd end) {
        Optional.ofNullable(jobs.remove(end.jobId())).ifPresent(job -> {
            job.ended = true;
            look(job);
        });
    }

    private void look(Job job) {
        if (job.ended && job.running == 0) {
            stages.remove(job.stage);
            count(-1);
            job.hearer.over();
        }
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        for (var task : CollectionConverters.asJava(update.accumUpdates())) {
            Job job = stages.get((Integer) task._2());
            if (job != null) {
                CollectionConverters.asJava(task._4()).stream()
                        .filter(value ->
                                value.id() == job.lines && value.update().isDefined())
                        .forEach(value -> job.hearer.heard(
                                (Long) task._1(), lines(value.update().get())));
            }
        }
    }

    private static List<String> lines(Object accumulated) {
        return accumulated instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
