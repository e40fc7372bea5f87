/**
 * What finished trials come to, in words: what leaks most from each arm, how that differs from no defense, and what it costs.
 * Nothing here draws, and every figure is one of the tables' or a difference of two.
 */
@NullMarked
package peekbench.report.verdict;

import org.jspecify.annotations.NullMarked;
