/**
 * Everything that is written for a person about finished trials: tables, charts, gallery and the page that holds them. Nothing
 * here runs trials, and all figures come from what the result store holds. Command line and window use the same definitions:
 * {@link peekbench.report.chart.Chart}, {@link peekbench.report.gallery.Gallery} and
 * {@link peekbench.report.table.SummaryTable}.
 */
@NullMarked
package peekbench.report;

import org.jspecify.annotations.NullMarked;
