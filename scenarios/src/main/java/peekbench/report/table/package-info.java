/** The tables of finished trials, as text, Markdown and CSV. Nothing here draws. */
@NullMarked
package peekbench.report.table;

import org.jspecify.annotations.NullMarked;
