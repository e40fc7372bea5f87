/**
 * A Spark cluster of two workers on this machine, from the jars on the class path alone, for tests and for measuring. Nothing
 * here is part of a run on a cluster of somebody's own.
 */
@NullMarked
package peekbench.cluster.loopback;

import org.jspecify.annotations.NullMarked;
