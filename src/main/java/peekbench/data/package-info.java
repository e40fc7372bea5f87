/**
 * Data sets, and how their records are divided into disjoint index sets and among clients. Nothing here reads files or asks
 * the network, or knows who trains on a record or attacks it.
 */
@NullMarked
package peekbench.data;

import org.jspecify.annotations.NullMarked;
