/**
 * Compares what attacks claim with private truth, the only place where the two meet. Nothing here attacks or trains a
 * victim, and nothing is written to files.
 */
@NullMarked
package peekbench.evaluation;

import org.jspecify.annotations.NullMarked;
