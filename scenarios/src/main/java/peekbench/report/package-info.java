/**
 * Figures and tables over finished trials, drawn from what the result store holds and nothing else. Command line and
 * window use the same definitions: {@link peekbench.report.Charts}, {@link peekbench.report.Gallery} and
 * {@link peekbench.report.SummaryTable}.
 */
package peekbench.report;
