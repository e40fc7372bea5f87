/**
 * Measures and their statistics: distance correlation, image similarity, receiver operating characteristic,
 * intervals, tests. Nothing here knows attacks, parties or private truth; numbers come in and numbers go out.
 */
@NullMarked
package peekbench.metric;

import org.jspecify.annotations.NullMarked;
