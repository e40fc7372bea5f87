/**
 * Figures and tables over finished trials, drawn from what the result store holds: command line and window use the
 * same definitions, {@link peekbench.report.Charts}, {@link peekbench.report.Gallery} and {@link
 * peekbench.report.SummaryTable}. Nothing here trains, attacks or scores, and nothing reads a scenario.
 */
@NullMarked
package peekbench.report;

import org.jspecify.annotations.NullMarked;
