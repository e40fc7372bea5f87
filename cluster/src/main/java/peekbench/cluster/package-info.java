/**
 * The engine that runs each trial as a task of an Apache Spark cluster. Nothing here knows what a trial computes, and what runs
 * on a worker ({@link peekbench.cluster.ProcessCall}, {@link peekbench.cluster.TrialTask}) needs only Java and Spark.
 */
@NullMarked
package peekbench.cluster;

import org.jspecify.annotations.NullMarked;
