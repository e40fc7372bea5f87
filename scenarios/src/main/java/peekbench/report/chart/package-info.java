/**
 * The charts of finished trials and the files they are written to. Nothing here computes a figure that no table
 * has.
 */
@NullMarked
package peekbench.report.chart;

import org.jspecify.annotations.NullMarked;
