/**
 * The one source of random numbers: every generator comes from a trial's seed by name. Nothing here depends on time,
 * machine or order of calls, and nothing elsewhere may make a generator.
 */
@NullMarked
package peekbench.seed;

import org.jspecify.annotations.NullMarked;
