/**
 * What figures are taken of: the trials that differ only in seed, the figures there are, and a mean with its
 * interval. Nothing here draws or lays out.
 */
@NullMarked
package peekbench.report.estimate;

import org.jspecify.annotations.NullMarked;
