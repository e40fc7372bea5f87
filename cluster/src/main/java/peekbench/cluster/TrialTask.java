package peekbench.cluster;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.CollectionAccumulator;

/**
 * The task of one trial on a worker. Whether the trial succeeds is no concern of the cluster: a task fails only when its
 * executor is lost, and then Spark begins it anew elsewhere.
 *
 * @param call what to run
 * @param heard what the process printed so far; executors tell of it with each heartbeat
 */
record TrialTask(ProcessCall call, CollectionAccumulator<String> heard) implements Function<Integer, TrialTask.Ended> {
    /**
     * How it ended.
     *
     * @param task which of Spark's attempts it was
     */
    record Ended(long task, ProcessEnd end) implements java.io.Serializable {}

    @Override
    public Ended call(Integer nothing) throws InterruptedException {
        return new Ended(TaskContext.get().taskAttemptId(), call.run(heard::add));
    }
}
