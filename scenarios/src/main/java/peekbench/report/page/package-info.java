/**
 * The page that a browser shows of a run, and the same as Markdown. Nothing here draws charts or computes figures.
 */
@NullMarked
package peekbench.report.page;

import org.jspecify.annotations.NullMarked;
